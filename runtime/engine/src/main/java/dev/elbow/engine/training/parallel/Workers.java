package dev.elbow.engine.training.parallel;

import java.util.function.IntConsumer;

/** Threads that share the parts of a loop. */
public interface Workers {

  /** The number of threads, the caller's included. */
  int count();

  /**
   * Runs each part once, on any of the threads, and returns when all are done. What the caller
   * wrote before is seen by every part, what the parts wrote is seen by the caller after.
   *
   * @param parts their number
   * @param part hears 0 to parts - 1
   * @throws RuntimeException the first that a part threw, once all have ended
   */
  void run(int parts, IntConsumer part);

  /** The caller's thread alone. */
  static Workers caller() {
    return CallerOnly.INSTANCE;
  }
}
