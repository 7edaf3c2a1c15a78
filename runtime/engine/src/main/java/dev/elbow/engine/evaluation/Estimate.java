package dev.elbow.engine.evaluation;

/**
 * A mean over examples.
 *
 * @param mean of the examples
 * @param standardError of the mean: the sample standard deviation / sqrt(examples)
 */
public record Estimate(double mean, double standardError) {

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
}
