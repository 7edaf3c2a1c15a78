package dev.elbow.experiments.run;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The right to work on an experiment's folder, which ends with the process. */
public final class ExperimentLock implements AutoCloseable {
  private final FileChannel channel;

  private ExperimentLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes this process the only one.
   *
   * @throws InputException {@code EXPERIMENT-BUSY} if another one is at it
   */
  public static ExperimentLock acquire(Path out) {
    try {
      Files.createDirectories(out);
      FileChannel channel =
          FileChannel.open(
              out.resolve("experiment.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isFree(channel)) {
        return new ExperimentLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new FailureException(
          "EXPERIMENT-DISK",
          "the folder cannot be written: " + e.getMessage(),
          out.toString(),
          "Name another with --out, or make it writable.",
          e);
    }
    throw new InputException(
        "EXPERIMENT-BUSY",
        "another process works on this experiment",
        out.toString(),
        "Wait until it ends, or stop it; or name another folder with --out.");
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException held) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
