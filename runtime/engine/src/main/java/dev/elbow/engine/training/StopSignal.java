package dev.elbow.engine.training;

import java.util.concurrent.CountDownLatch;

/** Asks a training to save and stop at the next step, and waits until it has. */
public final class StopSignal {
  private volatile boolean requested;
  private final CountDownLatch done = new CountDownLatch(1);

  /** Asks; from any thread. */
  public void request() {
    requested = true;
  }

  /** Whether a stop was asked for. */
  public boolean isRequested() {
    return requested;
  }

  /** Says that everything is saved. */
  public void finished() {
    done.countDown();
  }

  /** Waits for {@link #finished}, for a shutdown hook. */
  public void await() {
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
