package dev.elbow.runs;

import dev.elbow.spi.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write a run. The operating system holds it, so that it ends with the process however
 * that ends; the file itself stays and means nothing.
 */
public final class RunLock implements AutoCloseable {

  // On POSIX systems closing any channel of a file drops this process's locks on it, so that a
  // second attempt in the same process must be refused before it opens the file.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  // Beyond the content, because Windows refuses to read what another process has locked.
  private static final long POSITION = Long.MAX_VALUE - 1;

  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static RunLock acquire(Path file) {
    try {
      Path key = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
      if (!HELD.add(key)) {
        throw busy(file, "this process");
      }
      RunLock lock = null;
      try {
        lock = open(key);
        return lock;
      } finally {
        if (lock == null) {
          HELD.remove(key);
        }
      }
    } catch (IOException e) {
      throw DiskErrors.writing(file, e);
    }
  }

  private static RunLock open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean held = false;
    try {
      FileLock lock = channel.tryLock(POSITION, 1, false);
      if (lock == null) {
        throw busy(file, "process " + Files.readString(file).strip());
      }
      String pid = ProcessHandle.current().pid() + "\n";
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
      held = true;
      return new RunLock(file, channel);
    } catch (OverlappingFileLockException e) {
      // Held through a copy of this class in another class loader.
      throw busy(file, "this process");
    } finally {
      if (!held) {
        channel.close();
      }
    }
  }

  private static InputException busy(Path file, String owner) {
    return new InputException(
        "RUN-BUSY",
        "the run is being written by " + owner,
        String.valueOf(file.getParent()),
        "Wait until that training ends or stop it; or train into another folder with --out.");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw DiskErrors.writing(file, e);
    } finally {
      HELD.remove(file);
    }
  }
}
