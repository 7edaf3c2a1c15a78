package dev.elbow.classifier;

import dev.elbow.spi.FailureException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to make a file: one process holds it, and in it one thread; others wait. The operating
 * system ends it with the process however that ends; the lock's own file stays and means nothing.
 */
final class CacheLock implements AutoCloseable {
  // A process's second lock on a file would be an exception rather than a wait.
  private static final ConcurrentHashMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final ReentrantLock thread;
  private final FileChannel channel;

  private CacheLock(ReentrantLock thread, FileChannel channel) {
    this.thread = thread;
    this.channel = channel;
  }

  /**
   * Waits until nobody else holds it.
   *
   * @param file that is to be made; the lock lies beside it
   * @param waiting told once if somebody holds it
   * @throws FailureException {@code CLASSIFIER-DISK} if the folder cannot be written
   */
  static CacheLock of(Path file, Runnable waiting) {
    Path place = file.resolveSibling(file.getFileName() + ".lock").toAbsolutePath().normalize();
    ReentrantLock thread = THREADS.computeIfAbsent(place, key -> new ReentrantLock());
    boolean told = !thread.tryLock();
    if (told) {
      waiting.run();
      thread.lock();
    }
    FileChannel channel = null;
    try {
      channel = lockedFile(place, told ? () -> {} : waiting);
      return new CacheLock(thread, channel);
    } catch (IOException e) {
      throw new FailureException(
          "CLASSIFIER-DISK",
          "the classifier cannot be kept: " + e,
          place.toString(),
          "Make the folder writable, or choose another one.",
          e);
    } finally {
      if (channel == null) {
        thread.unlock();
      }
    }
  }

  private static FileChannel lockedFile(Path place, Runnable waiting) throws IOException {
    Files.createDirectories(place.getParent());
    FileChannel channel =
        FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        waiting.run();
        channel.lock();
      }
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("a lock cannot be given back", e);
    } finally {
      thread.unlock();
    }
  }
}
