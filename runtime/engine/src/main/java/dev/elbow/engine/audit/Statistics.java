package dev.elbow.engine.audit;

import java.util.function.IntToDoubleFunction;

/** Sums and means in plain Java, apart from everything that is audited. */
final class Statistics {
  private Statistics() {}

  /**
   * A mean and its standard error.
   *
   * @param error the sample's standard deviation / sqrt(n)
   */
  record Mean(double value, double error) {
    static Mean of(double[] values) {
      double mean = Statistics.mean(values);
      double squares = sum(values.length, i -> (values[i] - mean) * (values[i] - mean));
      return new Mean(mean, Math.sqrt(squares / (values.length - 1.0) / values.length));
    }
  }

  /** The mean, summed with compensation (Kahan, 1965). */
  static double mean(double[] values) {
    return sum(values.length, i -> values[i]) / values.length;
  }

  /** sum_i f(i) with compensation. */
  static double sum(int n, IntToDoubleFunction f) {
    double sum = 0;
    double lost = 0;
    for (int i = 0; i < n; i++) {
      double value = f.applyAsDouble(i) - lost;
      double next = sum + value;
      lost = next - sum - value;
      sum = next;
    }
    return sum;
  }

  /** The largest |a_i - b_i|, NaN if one is NaN. */
  static double largestDifference(double[] a, double[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  /** The derivative of log Gamma, for x > 0: recurrence up to 10, then the asymptotic series. */
  static double digamma(double x) {
    double shift = 0;
    double y = x;
    while (y < 10) {
      shift -= 1 / y;
      y++;
    }
    double r = 1 / (y * y);
    return shift
        + Math.log(y)
        - 0.5 / y
        - r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r / 240)));
  }
}
