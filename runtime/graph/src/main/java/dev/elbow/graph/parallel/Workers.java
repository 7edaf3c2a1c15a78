package dev.elbow.graph.parallel;

import java.util.function.IntConsumer;

/** Threads that share the parts of a loop. */
public interface Workers extends AutoCloseable {

  /** The number of threads, the caller's included. */
  int count();

  /**
   * Runs each part once, on any of the threads, and returns when all are done. What the caller
   * wrote before is seen by every part, what the parts wrote is seen by the caller after. A part
   * must not call this method.
   *
   * @param parts their number
   * @param part hears 0 to parts - 1
   * @throws RuntimeException or Error what a part threw, once all have ended
   */
  void run(int parts, IntConsumer part);

  /** Ends the threads, which would not keep the process alive either. */
  @Override
  void close();

  /** The caller's thread alone. */
  static Workers caller() {
    return CallerOnly.INSTANCE;
  }

  /** Threads that whoever asks for so many shares; one after the other has all of them. */
  static Workers shared(int count) {
    return SharedWorkers.of(count);
  }

  /**
   * This many threads, the caller's included; the others wait without using the processor.
   *
   * @param count at least 1
   */
  static Workers of(int count) {
    return count == 1 ? caller() : new FixedWorkers(count);
  }
}
