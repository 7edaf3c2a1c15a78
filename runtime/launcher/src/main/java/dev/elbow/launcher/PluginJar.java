package dev.elbow.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A jar of the two folders, read before the framework sees it.
 *
 * @param manifest main attributes; empty if there is no manifest
 */
record PluginJar(Path file, Attributes manifest, ServiceFiles services) {

  /**
   * Reads manifest and service files.
   *
   * @throws UnusableException if the file is not a jar
   */
  static PluginJar read(Path file) throws UnusableException {
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
      return new PluginJar(file, main, ServiceFiles.read(jar));
    } catch (IOException problem) {
      boolean readable = Files.isReadable(file);
      throw new UnusableException(
          readable
              ? "it is not a jar, or damaged: " + problem.getMessage()
              : "it cannot be read: permission denied",
          readable ? "Copy it again, or remove it." : "Make the file readable.",
          problem);
    }
  }

  /** The bundle's name; empty for a plain jar. */
  Optional<String> symbolicName() {
    String header = manifest.getValue("Bundle-SymbolicName");
    return Optional.ofNullable(header)
        .map(value -> value.split(";")[0].strip())
        .filter(name -> !name.isEmpty());
  }

  boolean isBundle() {
    return symbolicName().isPresent();
  }

  /** Whether the bundle only adds to another one. */
  boolean isFragment() {
    return fragmentHost().isPresent();
  }

  /** The bundle that a fragment adds to. */
  Optional<String> fragmentHost() {
    return Optional.ofNullable(manifest.getValue("Fragment-Host"));
  }

  /** The API version that a plain jar declares in {@code Elbow-Api}. */
  Optional<String> declaredApi() {
    return Optional.ofNullable(manifest.getValue("Elbow-Api")).map(String::strip);
  }

  Origin origin() {
    String name = file.getFileName().toString().replaceFirst("(?i)\\.jar$", "");
    String version = manifest.getValue(isBundle() ? "Bundle-Version" : "Implementation-Version");
    return new Origin(
        symbolicName().orElse(name),
        version == null || version.isBlank() ? "0" : version.strip(),
        file,
        Digests.sha256(file));
  }

  /** The origin of a file that is no jar. */
  static Origin originOf(Path file) {
    return new Origin(file.getFileName().toString(), "0", file, Digests.sha256(file));
  }
}
