package dev.elbow.benchmarks.cases;

/** What is timed. */
public enum Work {
  /** Noise, forward, backward and Adam on a batch that is in memory. */
  TRAIN,
  /** Images to the means of their posteriors, as floats in Java's memory. */
  ENCODE,
  /** Draws from the prior to the means of their pixels, as floats in Java's memory. */
  SAMPLE
}
