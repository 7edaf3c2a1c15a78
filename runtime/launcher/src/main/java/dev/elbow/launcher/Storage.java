package dev.elbow.launcher;

import dev.elbow.spi.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The framework's temporary folder, removed on close and, where the platform was not closed, when
 * the JVM ends.
 */
final class Storage implements AutoCloseable {
  private final Path folder;
  private final Thread removal;

  private Storage(Path folder) {
    this.folder = folder;
    this.removal = new Thread(this::delete, "elbow-plugin-storage");
    Runtime.getRuntime().addShutdownHook(removal);
  }

  static Storage create() {
    try {
      Path folder = Files.createTempDirectory("elbow-plugins-");
      Files.createDirectory(folder.resolve("plain"));
      return new Storage(folder);
    } catch (IOException | UncheckedIOException problem) {
      throw new FailureException(
          "PLUGIN-STORAGE",
          "No temporary folder for the plugins can be made: " + problem.getMessage() + ".",
          System.getProperty("java.io.tmpdir"),
          "Free some space there, or choose another folder with -Djava.io.tmpdir=FOLDER.",
          problem);
    }
  }

  Path folder() {
    return folder;
  }

  /** Where the framework keeps its state. */
  Path framework() {
    return folder.resolve("framework");
  }

  /** Where plain jars get a manifest. */
  Path plainJars() {
    return folder.resolve("plain");
  }

  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(removal);
    } catch (IllegalStateException ending) {
      // the JVM is ending and runs the hook itself
    }
  }

  private void delete() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException stillOpen) {
      // Windows keeps open jars; the system clears its temporary folder.
    }
  }
}
