package dev.elbow.tck;

import dev.elbow.spi.PartFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Makes a plain jar, classes and service files, of a folder of classes or of another jar. */
final class PlainPluginJar {
  private PlainPluginJar() {}

  /** The folder or jar from which a class was loaded. */
  static Path originOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException problem) {
      throw new IllegalStateException(problem);
    }
  }

  static void write(Path origin, List<PartFactory<?, ?>> factories, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      copy(origin, out);
      for (Map.Entry<String, String> service : services(factories).entrySet()) {
        out.putNextEntry(new JarEntry("META-INF/services/" + service.getKey()));
        out.write(service.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
  }

  private static Map<String, String> services(List<PartFactory<?, ?>> factories) {
    Map<String, String> services = new LinkedHashMap<>();
    for (PartFactory<?, ?> factory : factories) {
      String service = Catalog.roleOf(factory).factoryType().getName();
      services.merge(service, factory.getClass().getName() + "\n", String::concat);
    }
    return services;
  }

  private static void copy(Path origin, JarOutputStream out) throws IOException {
    if (Files.isDirectory(origin)) {
      copyTree(origin, out);
      return;
    }
    try (FileSystem inside = FileSystems.newFileSystem(origin)) {
      copyTree(inside.getPath("/"), out);
    }
  }

  private static void copyTree(Path root, JarOutputStream out) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (isContent(name)) {
          out.putNextEntry(new JarEntry(name));
          Files.copy(file, out);
          out.closeEntry();
        }
      }
    } catch (UncheckedIOException problem) {
      throw problem.getCause();
    }
  }

  /** What makes a bundle or a module of the origin stays out: the launcher adds its own. */
  private static boolean isContent(String name) {
    return !name.startsWith("META-INF/")
        && !name.startsWith("OSGI-INF/")
        && !name.equals("module-info.class");
  }
}
