package dev.elbow.runs;

import dev.elbow.spi.FailureException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Says in the user's words what the disk refused. */
final class DiskErrors {

  private static final long NEARLY_FULL = 64 * 1024;

  private DiskErrors() {}

  static FailureException writing(Path file, IOException cause) {
    long free = freeBytes(file);
    if (isOutOfSpace(cause, free)) {
      String known = free < 0 ? "" : String.format(Locale.ROOT, ", %,d bytes are free", free);
      return new FailureException(
          "RUN-DISK",
          "no space left on the disk" + known,
          file.toString(),
          "Free space, then continue with `elbow resume " + enclosingRun(file) + "`.",
          cause);
    }
    return new FailureException(
        "RUN-DISK",
        "cannot write: " + describe(cause),
        file.toString(),
        "Check that the folder can be written, then continue with `elbow resume "
            + enclosingRun(file)
            + "`.",
        cause);
  }

  static FailureException reading(Path file, IOException cause) {
    return new FailureException(
        "RUN-DISK",
        "cannot read: " + describe(cause),
        file.toString(),
        "Check that the file can be read and that the disk is healthy.",
        cause);
  }

  // The text comes from the operating system and may be translated: a full disk is also recognised
  // by what is left of it.
  private static boolean isOutOfSpace(IOException cause, long free) {
    String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return text.contains("no space left")
        || text.contains("not enough space")
        || text.contains("quota exceeded")
        || (free >= 0 && free < NEARLY_FULL);
  }

  private static long freeBytes(Path file) {
    for (Path p = file.toAbsolutePath(); p != null; p = p.getParent()) {
      if (Files.exists(p)) {
        try {
          return Files.getFileStore(p).getUsableSpace();
        } catch (IOException | SecurityException e) {
          return -1;
        }
      }
    }
    return -1;
  }

  private static String describe(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "a file of that name is in the way";
    }
    if (cause instanceof FileSystemException fs && fs.getReason() != null) {
      return fs.getReason();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static String enclosingRun(Path file) {
    for (Path p = file.toAbsolutePath().getParent(); p != null; p = p.getParent()) {
      if (RunFolder.isRun(p)) {
        return p.toString();
      }
    }
    return "RUN";
  }
}
