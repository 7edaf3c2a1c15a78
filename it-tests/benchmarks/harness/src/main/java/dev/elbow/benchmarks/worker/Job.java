package dev.elbow.benchmarks.worker;

import dev.elbow.benchmarks.cases.Case;

/**
 * What one process is to do.
 *
 * @param task kind of work
 * @param subject the case
 * @param threads of the kernels
 * @param data the folder of named datasets
 * @param dataset its name
 * @param reference the file of first parameters, a batch, noise, loss and gradients
 */
public record Job(
    Task task, Case subject, int threads, String data, String dataset, String reference) {

  /** The seed of everything. */
  public static final long SEED = 1;

  /** Kinds of work. */
  public enum Task {
    /** Write the reference. */
    REFERENCE,
    /** Compute the same from the same parameters, batch and noise. */
    CHECK,
    /** Time it, from the same parameters. */
    TIME
  }
}
