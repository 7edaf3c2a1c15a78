package dev.elbow.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An unpacked distribution: the one under test, or one of its own plugins folder. */
record Distribution(Path home) {

  /** The zip as it was unpacked; its {@code plugins/} stays as it was shipped. */
  static Distribution shipped() {
    return Unpacked.SHIPPED;
  }

  /** Unpacks when first asked for. */
  private static final class Unpacked {
    static final Distribution SHIPPED = unpack();

    private static Distribution unpack() {
      try {
        Path folder = Path.of(System.getProperty("elbow.unpacked"));
        Folders.delete(folder);
        Folders.unzip(Path.of(System.getProperty("elbow.zip")), folder);
        return new Distribution(folder.resolve("elbow-" + version()));
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    }
  }

  /** The jar of the plugin that was built as an outsider would. */
  static Path outsiderJar() {
    return Path.of(System.getProperty("outsider.jar"));
  }

  /** The jar of the posterior that is wrong on purpose. */
  static Path publishedJar() {
    return Path.of(System.getProperty("published.jar"));
  }

  static String version() {
    return System.getProperty("elbow.version");
  }

  /** A copy with an empty plugins folder, in a path with a space; the files are links. */
  static Distribution withOwnPlugins() throws IOException {
    Path shipped = shipped().home();
    Path home =
        Files.createTempDirectory(Path.of(System.getProperty("elbow.unpacked")), "own plugins-");
    Folders.link(shipped, home);
    Folders.delete(home.resolve("plugins"));
    Files.createDirectory(home.resolve("plugins"));
    return new Distribution(home);
  }

  Path script() {
    return home.resolve("bin").resolve("elbow");
  }

  Path plugins() {
    return home.resolve("plugins");
  }

  /** A jar of {@code bundles/} by the beginning of its name. */
  Path bundle(String prefix) throws IOException {
    return jars("bundles").stream()
        .filter(jar -> jar.getFileName().toString().startsWith(prefix))
        .findFirst()
        .orElseThrow();
  }

  /** The jars of a folder, those in folders below it included. */
  List<Path> jars(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
