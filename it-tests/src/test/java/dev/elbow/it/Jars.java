package dev.elbow.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs jars, good and bad. */
final class Jars {
  private Jars() {}

  /** A copy with other manifest attributes. */
  static void withManifest(Path source, Map<String, String> attributes, Path target)
      throws IOException {
    try (JarFile jar = new JarFile(source.toFile())) {
      Manifest manifest = new Manifest(jar.getManifest());
      attributes.forEach(manifest.getMainAttributes()::putValue);
      copy(jar, manifest, name -> true, target);
    }
  }

  /** A copy without the entries below a folder. */
  static void without(String folder, Path source, Path target) throws IOException {
    try (JarFile jar = new JarFile(source.toFile())) {
      copy(jar, jar.getManifest(), name -> !name.startsWith(folder), target);
    }
  }

  /** A plain jar with one class and the service file that names it. */
  static void plugin(Class<?> factory, String serviceType, Path target) throws IOException {
    String file = factory.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(target);
        JarOutputStream jar = new JarOutputStream(out);
        InputStream bytes = factory.getClassLoader().getResourceAsStream(file)) {
      jar.putNextEntry(new JarEntry(file));
      bytes.transferTo(jar);
      jar.putNextEntry(new JarEntry("META-INF/services/" + serviceType));
      jar.write(factory.getName().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void copy(JarFile source, Manifest manifest, Predicate<String> kept, Path target)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(target);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (JarEntry entry : source.stream().toList()) {
        String name = entry.getName();
        if (!entry.isDirectory() && !name.equals(JarFile.MANIFEST_NAME) && kept.test(name)) {
          jar.putNextEntry(new JarEntry(name));
          source.getInputStream(entry).transferTo(jar);
        }
      }
    }
  }
}
