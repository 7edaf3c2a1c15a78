package dev.elbow.data;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Closes a stream over which nothing has come for a while: HttpClient has no timeout for that. */
final class StallGuard implements AutoCloseable {
  private final Closeable stream;
  private final Duration patience;
  private final AtomicLong lastProgress = new AtomicLong(System.nanoTime());
  private final Thread thread;
  private volatile boolean stalled;

  StallGuard(Closeable stream, Duration patience) {
    this.stream = stream;
    this.patience = patience;
    this.thread = new Thread(this::watch, "elbow-fetch-watch");
    thread.setDaemon(true);
    thread.start();
  }

  void progress() {
    lastProgress.set(System.nanoTime());
  }

  /** Whether the stream was closed from here. */
  boolean stalled() {
    return stalled;
  }

  private void watch() {
    try {
      long left = patience.toNanos();
      while (left > 0) {
        Thread.sleep(Duration.ofNanos(left).toMillis() + 1);
        left = patience.toNanos() - (System.nanoTime() - lastProgress.get());
      }
      stalled = true;
      stream.close();
    } catch (InterruptedException | IOException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
