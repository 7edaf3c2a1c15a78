package dev.elbow.tck;

import java.util.Arrays;

/** Means, errors and covariances of samples. */
final class Statistics {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  /** Powers of the two columns whose products are the means and the second moments. */
  static final int[][] MOMENTS_OF_PAIRS = {{1, 0}, {0, 1}, {2, 0}, {1, 1}, {0, 2}};

  private Statistics() {}

  /** log N(x; 0, 1). */
  static double logNormal(double x) {
    return -0.5 * (x * x + LOG_TWO_PI);
  }

  static double mean(double[] x) {
    return Arrays.stream(x).average().orElseThrow();
  }

  /** The standard error of the mean. */
  static double standardError(double[] x) {
    double mean = mean(x);
    double squares = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (x.length - 1) / x.length);
  }

  /** The mean of each column. */
  static double[] means(double[][] rows) {
    double[] means = new double[rows[0].length];
    for (double[] row : rows) {
      for (int j = 0; j < means.length; j++) {
        means[j] += row[j] / rows.length;
      }
    }
    return means;
  }

  static double[][] covariance(double[][] rows) {
    double[] means = means(rows);
    int n = means.length;
    double[][] covariance = new double[n][n];
    for (double[] row : rows) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          covariance[i][j] += (row[i] - means[i]) * (row[j] - means[j]) / rows.length;
        }
      }
    }
    return covariance;
  }

  /** {@code row[0]^power[0] row[1]^power[1]} of each row. */
  static double[] products(double[][] rows, int[] power) {
    return Arrays.stream(rows)
        .mapToDouble(row -> Math.pow(row[0], power[0]) * Math.pow(row[1], power[1]))
        .toArray();
  }

  static double[] column(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
  }
}
