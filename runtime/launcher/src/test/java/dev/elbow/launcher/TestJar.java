package dev.elbow.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs test classes into a jar, as a plugin's author would. */
final class TestJar {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final Manifest manifest = new Manifest();

  private TestJar() {
    header("Manifest-Version", "1.0");
  }

  /** A jar with no OSGi headers. */
  static TestJar plain() {
    return new TestJar();
  }

  /** A bundle that imports the API as bnd writes it. */
  static TestJar bundle(String symbolicName) {
    return new TestJar()
        .header("Bundle-ManifestVersion", "2")
        .header("Bundle-SymbolicName", symbolicName)
        .header("Bundle-Version", "1.2.3")
        .header("Import-Package", "dev.elbow.spi;version=\"[1.0,2)\"");
  }

  TestJar header(String name, String value) {
    manifest.getMainAttributes().putValue(name, value);
    return this;
  }

  TestJar classes(Class<?>... types) {
    for (Class<?> type : types) {
      entries.put(entryOf(type), bytes(type));
    }
    return this;
  }

  TestJar entry(String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** A class whose file claims a later Java than any that runs the tests. */
  TestJar classOfJava(Class<?> type, int java) {
    byte[] file = bytes(type);
    file[6] = 0;
    file[7] = (byte) (44 + java);
    entries.put(entryOf(type), file);
    return this;
  }

  /** Adds the class and names it in META-INF/services. */
  TestJar service(Class<?> serviceType, Class<?> provider) {
    String name = "META-INF/services/" + serviceType.getName();
    String before = new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    return classes(provider).entry(name, before + provider.getName() + "\n");
  }

  /** Adds the class and declares it as a delayed component, as bnd does for {@code @Component}. */
  TestJar component(Class<?> serviceType, Class<?> provider) {
    return component(serviceType, provider, "");
  }

  TestJar component(Class<?> serviceType, Class<?> provider, String more) {
    String file = "OSGI-INF/" + provider.getName() + ".xml";
    String before = manifest.getMainAttributes().getValue("Service-Component");
    return classes(provider)
        .header("Service-Component", before == null ? file : before + "," + file)
        .entry(
            file,
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
              <service><provide interface="%2$s"/></service>
              %3$s
              <implementation class="%1$s"/>
            </scr:component>
            """
                .formatted(provider.getName(), serviceType.getName(), more));
  }

  Path write(Path folder, String fileName) {
    Path jar = folder.resolve(fileName);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
      return jar;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static String entryOf(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static byte[] bytes(Class<?> type) {
    try (InputStream in = type.getResourceAsStream("/" + entryOf(type))) {
      return in.readAllBytes();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
