package dev.elbow.benchmarks.worker;

import java.util.Arrays;

/**
 * What one process measured.
 *
 * @param median milliseconds of a repetition
 * @param low the 10th percentile
 * @param high the 90th percentile
 * @param processor milliseconds of all cores, the mean; 0 if unknown
 * @param memory the largest resident memory since the model was there, bytes; 0 if unknown
 */
public record Figures(double median, double low, double high, double processor, long memory) {

  /** Of single times in milliseconds. */
  public static Figures of(double[] milliseconds, double processor, long memory) {
    double[] sorted = milliseconds.clone();
    Arrays.sort(sorted);
    return new Figures(
        quantile(sorted, 0.5), quantile(sorted, 0.1), quantile(sorted, 0.9), processor, memory);
  }

  /** Between the two nearest values, in proportion. */
  static double quantile(double[] sorted, double q) {
    double position = q * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
