package dev.elbow.data;

import dev.elbow.spi.ElbowException;
import dev.elbow.spi.FailureException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The batches of one pass over a split, prepared by a background thread while the consumer works.
 *
 * <p>Used by one thread, and closed to stop the background thread early. What the background thread
 * throws comes out of {@link #next()}.
 */
public final class BatchLoader implements Iterator<Batch>, AutoCloseable {
  /** One waits here and one in the thread's hand: two batches ahead of the consumer. */
  private static final int WAITING = 1;

  private final BlockingQueue<Prepared> queue = new ArrayBlockingQueue<>(WAITING);
  private final int batches;
  private final Thread thread;
  private int next;
  private boolean closed;

  /** A batch, or why there is none. */
  private record Prepared(Batch batch, Throwable failure) {}

  /** Makes the batch of a number, on the background thread. */
  interface Source {
    Batch batch(int number);
  }

  BatchLoader(String name, Source source, int batches, int start) {
    this.batches = batches;
    this.next = Objects.checkIndex(start, batches + 1);
    this.thread = new Thread(() -> prepare(source, start, batches), "elbow-batches-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * All examples once, in an order drawn from (seed, epoch); the last batch may be smaller.
   *
   * @param epoch from 0
   * @param start the first batch to deliver, from 0: to go on in the middle of an epoch
   */
  public static BatchLoader shuffled(Split split, int size, long seed, int epoch, int start) {
    int[] order = Order.shuffled(split.size(), seed, epoch);
    return overOrder(split, order, size, epoch, start);
  }

  /** All examples once, in their own order, as in epoch 0; the last batch may be smaller. */
  public static BatchLoader sequential(Split split, int size) {
    return overOrder(split, Order.sequential(split.size()), size, 0, 0);
  }

  /** How many batches of that size a split gives. */
  public static int batches(Split split, int size) {
    if (size < 1) {
      throw new IllegalArgumentException("expected a batch of at least 1, found " + size);
    }
    return (int) (((long) split.size() + size - 1) / size);
  }

  private static BatchLoader overOrder(Split split, int[] order, int size, int epoch, int start) {
    Source source = number -> split.batch(Order.part(order, number, size), epoch);
    return new BatchLoader(split.name(), source, batches(split, size), start);
  }

  private void prepare(Source source, int start, int end) {
    try {
      for (int number = start; number < end; number++) {
        queue.put(new Prepared(source.batch(number), null));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      offerFailure(e);
    }
  }

  private void offerFailure(Throwable failure) {
    try {
      queue.put(new Prepared(null, failure));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean hasNext() {
    return !closed && next < batches;
  }

  /** The number of the batch that {@link #next()} delivers, from 0. */
  public int position() {
    return next;
  }

  /**
   * The next batch, waiting for it if need be.
   *
   * @throws FailureException if preparing it failed, or if this thread is interrupted
   */
  @Override
  public Batch next() {
    if (!hasNext()) {
      throw new NoSuchElementException(closed ? "the loader is closed" : "no batch is left");
    }
    Prepared prepared = take();
    if (prepared.failure() != null) {
      close();
      throw rethrown(prepared.failure());
    }
    next++;
    return prepared.batch();
  }

  private Prepared take() {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new FailureException(
          "DATA-INTERRUPTED",
          "the wait for a batch was interrupted",
          "batch " + next,
          "Start the run again; it goes on from its last checkpoint.",
          e);
    }
  }

  private RuntimeException rethrown(Throwable failure) {
    if (failure instanceof ElbowException known) {
      return known;
    }
    return new FailureException(
        "DATA-BATCH",
        "a batch could not be prepared: " + failure,
        "batch " + next,
        failure instanceof OutOfMemoryError
            ? "Give Java more memory (-Xmx) or lower the batch size."
            : "Report this with the stack trace.",
        failure);
  }

  /** Stops the background thread; later batches are lost. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  /** Whether the background thread has ended. */
  boolean stopped() {
    return !thread.isAlive();
  }
}
