package dev.elbow.engine.evaluation;

import java.util.Arrays;

/**
 * A mean over examples.
 *
 * @param mean of the examples
 * @param standardError of the mean: the sample standard deviation / sqrt(examples); NaN if nothing
 *     honest can be said of it
 */
public record Estimate(double mean, double standardError) {
  /** Fewer batches say too little of how much they vary. */
  private static final int FEWEST_BATCHES = 10;

  /** The mean of values, and its error; the error of one value is NaN. */
  public static Estimate of(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double variance = squares / (values.length - 1);
    return new Estimate(mean, Math.sqrt(variance / values.length));
  }

  /**
   * The mean of values that depend on the others of their batch. Its error is that of the mean of
   * the full batches' means; NaN if there are fewer than 10.
   *
   * @param batch the size of all batches but the last
   */
  static Estimate ofBatches(double[] values, int batch) {
    double mean = of(values).mean();
    double[] batches = new double[values.length / batch];
    if (batches.length < FEWEST_BATCHES) {
      return new Estimate(mean, Double.NaN);
    }
    Arrays.setAll(batches, i -> of(Arrays.copyOfRange(values, i * batch, (i + 1) * batch)).mean());
    return new Estimate(mean, of(batches).standardError());
  }
}
