package dev.elbow.it;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Copies, deletes and unpacks folders. */
final class Folders {
  /** Restores the permissions that the zip holds, as {@code unzip} does. */
  private static final Map<String, ?> LIKE_UNZIP = Map.of("enablePosixFileAttributes", true);

  private Folders() {}

  /** Makes one file of another. */
  private interface Maker {
    void make(Path from, Path to) throws IOException;
  }

  static void copy(Path source, Path target) throws IOException {
    each(
        source,
        target,
        (from, to) -> {
          Files.copy(from, to);
          copyPermissions(from, to);
        });
  }

  /** Links each file, so that nothing large is copied. */
  static void link(Path source, Path target) throws IOException {
    each(source, target, (from, to) -> Files.createLink(to, from));
  }

  private static void each(Path source, Path target, Maker maker) throws IOException {
    for (Path from : tree(source)) {
      Path to = target.resolve(source.relativize(from).toString());
      if (Files.isDirectory(from)) {
        Files.createDirectories(to);
      } else {
        maker.make(from, to);
      }
    }
  }

  private static void copyPermissions(Path file, Path copy) throws IOException {
    PosixFileAttributeView target = Files.getFileAttributeView(copy, PosixFileAttributeView.class);
    if (target != null) {
      target.setPermissions(Files.getPosixFilePermissions(file));
    }
  }

  static void unzip(Path zip, Path target) throws IOException {
    Files.createDirectories(target);
    try (FileSystem content = FileSystems.newFileSystem(zip, LIKE_UNZIP)) {
      copy(content.getPath("/"), target);
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path file : tree(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> tree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }
}
