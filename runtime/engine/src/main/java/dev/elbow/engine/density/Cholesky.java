package dev.elbow.engine.density;

import java.util.Optional;

/** The factor L, lower triangular with positive diagonal, of a covariance C = L L'. */
final class Cholesky {
  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /**
   * Factors a matrix; only its lower triangle is read.
   *
   * @param matrix {@code [d][d]}
   * @return empty if it is not positive definite, or not finite
   */
  static Optional<Cholesky> of(double[][] matrix) {
    int size = matrix.length;
    double[][] lower = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        lower[i][j] = (matrix[i][j] - product(lower, i, j)) / lower[j][j];
      }
      double pivot = matrix[i][i] - product(lower, i, i);
      if (!(pivot > 0) || Double.isInfinite(pivot)) {
        return Optional.empty();
      }
      lower[i][i] = Math.sqrt(pivot);
    }
    return Optional.of(new Cholesky(lower));
  }

  /** The product of two rows, as far as the second is known: {@code columns < j}. */
  private static double product(double[][] lower, int i, int j) {
    double sum = 0;
    for (int k = 0; k < j; k++) {
      sum += lower[i][k] * lower[j][k];
    }
    return sum;
  }

  /** log det C. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      sum += 2 * Math.log(lower[i][i]);
    }
    return sum;
  }

  /** L^-1, which makes samples of N(0, C) white; lower triangular. */
  double[][] whitening() {
    int size = lower.length;
    double[][] inverse = new double[size][size];
    for (int column = 0; column < size; column++) {
      inverse[column][column] = 1 / lower[column][column];
      for (int i = column + 1; i < size; i++) {
        double sum = 0;
        for (int k = column; k < i; k++) {
          sum += lower[i][k] * inverse[k][column];
        }
        inverse[i][column] = -sum / lower[i][i];
      }
    }
    return inverse;
  }

  /** L e: a sample of N(0, C), if e is one of N(0, I). */
  double[] color(double[] white) {
    double[] colored = new double[lower.length];
    for (int i = 0; i < lower.length; i++) {
      for (int j = 0; j <= i; j++) {
        colored[i] += lower[i][j] * white[j];
      }
    }
    return colored;
  }
}
