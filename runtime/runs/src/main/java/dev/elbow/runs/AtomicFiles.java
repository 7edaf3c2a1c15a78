package dev.elbow.runs;

import dev.elbow.spi.FailureException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes files and folders that are either complete or not there.
 *
 * <p>Content goes to a temporary name in the same folder, is synced, renamed, and the folder synced
 * where the operating system allows. Missing parent folders are created. A failure removes the
 * temporary name and leaves what was there before.
 *
 * <p>Streams are used rather than channels, because an interrupted thread must not lose a file that
 * is half written: channels close on interruption.
 */
public final class AtomicFiles {

  private static final Logger LOG = LoggerFactory.getLogger(AtomicFiles.class);
  private static final int BUFFER = 1 << 16;

  private AtomicFiles() {}

  /** Writes a file's bytes. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes the files of a folder. */
  @FunctionalInterface
  public interface FolderContent {
    void writeTo(Path folder) throws IOException;
  }

  /**
   * @throws FailureException {@code RUN-DISK} if the disk is full or refuses
   */
  public static void write(Path file, byte[] content) {
    write(file, out -> out.write(content));
  }

  /**
   * Writes UTF-8 text.
   *
   * @throws FailureException {@code RUN-DISK} if the disk is full or refuses
   */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Streams the content into a file; the stream is buffered and closed by this method.
   *
   * @throws FailureException {@code RUN-DISK} if the disk is full or refuses
   */
  public static void write(Path file, Content content) {
    Path target = file.toAbsolutePath();
    Path temporary = temporaryFor(target);
    try {
      Files.createDirectories(target.getParent());
      try (FileOutputStream raw = new FileOutputStream(temporary.toFile());
          OutputStream out = new BufferedOutputStream(raw, BUFFER)) {
        content.writeTo(out);
        out.flush();
        raw.getFD().sync();
      }
      rename(temporary, target);
    } catch (IOException e) {
      throw DiskErrors.writing(target, e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  /**
   * Fills a folder that must not exist yet.
   *
   * @throws FailureException {@code RUN-DISK} if the disk is full or refuses
   */
  public static void writeFolder(Path folder, FolderContent content) {
    Path target = folder.toAbsolutePath();
    Path temporary = temporaryFor(target);
    try {
      Files.createDirectories(target.getParent());
      Files.createDirectory(temporary);
      content.writeTo(temporary);
      syncTree(temporary);
      rename(temporary, target);
    } catch (IOException e) {
      throw DiskErrors.writing(target, e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  /** Renames within one folder, and syncs that folder. */
  static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    syncFolder(to.toAbsolutePath().getParent());
  }

  /** A hidden name beside the given one that nothing else uses. */
  static Path temporaryFor(Path file) {
    String unique = UUID.randomUUID().toString().substring(0, 8);
    return file.resolveSibling("." + file.getFileName() + "." + unique + ".tmp");
  }

  static boolean isTemporary(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") && name.endsWith(".tmp");
  }

  /** Deletes a file or a folder with all it holds; what cannot be deleted is logged. */
  static void deleteQuietly(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(path)) {
      for (Path p : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(p);
      }
    } catch (IOException e) {
      LOG.warn("{} could not be removed: {}", path, e.toString());
    }
  }

  private static void syncTree(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path p : tree.sorted(Comparator.reverseOrder()).toList()) {
        if (Files.isDirectory(p)) {
          syncFolder(p);
        } else {
          syncFile(p);
        }
      }
    }
  }

  private static void syncFile(Path file) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.getFD().sync();
    }
  }

  // Windows has no sync of a folder and some network file systems refuse it; the content itself is
  // synced already, so that a refusal is not worth stopping a training for.
  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("folder {} was not synced: {}", folder, e.toString());
    }
  }
}
