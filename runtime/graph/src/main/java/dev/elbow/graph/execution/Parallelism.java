package dev.elbow.graph.execution;

/**
 * How the cores share a step: all in each kernel, or each on a slice of the batch.
 *
 * @param threads of each kernel; 1 if there are replicas
 * @param replicas of the step, each on a slice of the batch in a thread of its own; 1 for none
 */
public record Parallelism(int threads, int replicas) {
  public Parallelism {
    if (threads < 1 || replicas < 1 || threads > 1 && replicas > 1) {
      throw new IllegalArgumentException(
          "expected threads or replicas, each at least 1, found " + threads + " and " + replicas);
    }
  }

  /** As the log shows it. */
  public String text() {
    if (replicas > 1) {
      return replicas + " replicas of the step on slices of the batch, one thread each";
    }
    return threads == 1 ? "one thread" : threads + " threads in each kernel";
  }
}
