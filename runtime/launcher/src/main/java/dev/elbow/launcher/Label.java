package dev.elbow.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What a start archive is, in a file beside it: a line with its size, and one with its key.
 *
 * @param size bytes; 0 if this JVM cannot write an archive
 * @param key of the JVM and the jars it is made of
 */
record Label(long size, String key) {

  static Path fileOf(Path archive) {
    return archive.resolveSibling(archive.getFileName() + ".label");
  }

  /** The archive's label; empty if there is none, or none that can be read. */
  static Optional<Label> read(Path archive) {
    try {
      List<String> lines = Files.readAllLines(fileOf(archive));
      return lines.size() == 2
          ? Optional.of(new Label(Long.parseLong(lines.get(0)), lines.get(1)))
          : Optional.empty();
    } catch (IOException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  void write(Path archive) throws IOException {
    Path part = Files.createTempFile(archive.getParent(), "part-", ".label");
    Files.writeString(part, size + "\n" + key + "\n");
    Files.move(
        part, fileOf(archive), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether the archive is whole and has this key. */
  boolean fits(Path archive, String wanted) {
    try {
      return size > 0 && key.equals(wanted) && Files.size(archive) == size;
    } catch (IOException missing) {
      return false;
    }
  }

  /** Whether a JVM with this key has tried to write an archive and could not. */
  boolean isHopeless(String wanted) {
    return size == 0 && key.equals(wanted);
  }
}
