package dev.elbow.plugin.metric.latent;

import java.util.Optional;

/**
 * S = L L' of a positive definite matrix.
 *
 * @param lower L
 */
record Cholesky(double[][] lower) {
  /** A pivot that lost so much of its variance is rounding: codes have 24 bits. */
  private static final double SMALLEST = 1e-13;

  /**
   * @param s at least its lower triangle
   * @return empty if it is singular to the precision of codes
   */
  static Optional<Cholesky> of(double[][] s) {
    int size = s.length;
    double[][] lower = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        lower[i][j] = (s[i][j] - dot(lower[i], lower[j], j)) / lower[j][j];
      }
      double pivot = s[i][i] - dot(lower[i], lower[i], i);
      if (!(pivot > SMALLEST * s[i][i])) {
        return Optional.empty();
      }
      lower[i][i] = Math.sqrt(pivot);
    }
    return Optional.of(new Cholesky(lower));
  }

  private static double dot(double[] x, double[] y, int size) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** log det S. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      sum += 2 * Math.log(lower[i][i]);
    }
    return sum;
  }

  /** x' S^-1 x. */
  double squaredLength(double[] x) {
    double[] solved = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      solved[i] = (x[i] - dot(lower[i], solved, i)) / lower[i][i];
      sum += solved[i] * solved[i];
    }
    return sum;
  }
}
