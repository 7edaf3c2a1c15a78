package dev.elbow.launcher;

import dev.elbow.spi.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * What a jar says in {@code META-INF/services}.
 *
 * @param providers the factories of known roles
 * @param unknown service types that look like a role's but are none of this Elbow
 */
record ServiceFiles(List<Provider> providers, List<String> unknown) {
  private static final String FOLDER = "META-INF/services/";

  static ServiceFiles read(JarFile jar) throws IOException {
    List<Provider> providers = new ArrayList<>();
    for (Role role : Role.values()) {
      ZipEntry file = jar.getEntry(FOLDER + role.factoryType().getName());
      if (file != null) {
        String text = new String(jar.getInputStream(file).readAllBytes(), StandardCharsets.UTF_8);
        classNames(text).forEach(name -> providers.add(new Provider(role, name)));
      }
    }
    return new ServiceFiles(List.copyOf(providers), unknownTypes(jar));
  }

  private static List<String> classNames(String text) {
    return text.lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }

  private static List<String> unknownTypes(JarFile jar) {
    List<String> known = new ArrayList<>();
    for (Role role : Role.values()) {
      known.add(role.factoryType().getName());
    }
    return jar.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith(FOLDER + "dev.elbow.spi."))
        .map(name -> name.substring(FOLDER.length()))
        .filter(name -> !known.contains(name))
        .toList();
  }
}
