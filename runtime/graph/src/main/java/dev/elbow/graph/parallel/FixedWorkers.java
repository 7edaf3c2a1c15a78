package dev.elbow.graph.parallel;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Helpers that are woken for each loop; part i runs on thread i modulo their number. */
final class FixedWorkers implements Workers {
  /**
   * What lies between two parts of a training step; to sleep and be woken takes 70 microseconds.
   */
  private static final long AWAKE_NANOS = 200_000;

  private final Helper[] helpers;
  private final Semaphore finished = new Semaphore(0);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /** Written before a helper's semaphore is released, read after it is acquired. */
  private IntConsumer part = i -> {};

  private int parts;
  private boolean closed;

  FixedWorkers(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("expected at least 1 thread, found " + count);
    }
    helpers = new Helper[count - 1];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Helper(i + 1);
      helpers[i].start();
    }
  }

  @Override
  public int count() {
    return helpers.length + 1;
  }

  @Override
  public synchronized void run(int parts, IntConsumer part) {
    if (closed) {
      throw new IllegalStateException("the workers are closed");
    }
    int used = Math.max(0, Math.min(helpers.length, parts - 1));
    this.parts = parts;
    this.part = part;
    for (int i = 0; i < used; i++) {
      helpers[i].start.release();
    }
    share(0);
    for (int i = 0; i < used; i++) {
      await(finished);
    }
    this.part = i -> {};
    rethrow(failure.getAndSet(null));
  }

  /** Every part of one thread; a failure ends them. */
  private void share(int first) {
    try {
      for (int i = first; i < parts; i += count()) {
        part.accept(i);
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  /** Waits awake for a moment: what follows at once costs no more than a sleep is worth. */
  private static void await(Semaphore permit) {
    long end = System.nanoTime() + AWAKE_NANOS;
    while (System.nanoTime() < end) {
      if (permit.tryAcquire()) {
        return;
      }
      Thread.onSpinWait();
    }
    permit.acquireUninterruptibly();
  }

  private static void rethrow(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown != null) {
      throw (RuntimeException) thrown;
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      for (Helper helper : helpers) {
        helper.start.release();
      }
    }
  }

  private final class Helper extends Thread {
    private final Semaphore start = new Semaphore(0);
    private final int index;

    Helper(int index) {
      super("elbow-worker-" + index);
      this.index = index;
      setDaemon(true);
    }

    @Override
    public void run() {
      while (true) {
        await(start);
        if (closed) {
          return;
        }
        share(index);
        finished.release();
      }
    }
  }
}
