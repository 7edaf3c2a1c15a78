package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.Matrix;

/** Means and covariances of codes, in double precision, with the divisor n - 1. */
final class Covariance {
  private Covariance() {}

  static double[] means(Matrix codes) {
    double[] means = new double[codes.columns()];
    for (int r = 0; r < codes.rows(); r++) {
      for (int c = 0; c < means.length; c++) {
        means[c] += codes.at(r, c) / (double) codes.rows();
      }
    }
    return means;
  }

  /** The rows less their mean. */
  static double[][] centred(Matrix codes) {
    double[] means = means(codes);
    double[][] rows = new double[codes.rows()][means.length];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < means.length; c++) {
        rows[r][c] = codes.at(r, c) - means[c];
      }
    }
    return rows;
  }

  static double[] variances(Matrix codes) {
    double[] variances = new double[codes.columns()];
    for (double[] row : centred(codes)) {
      for (int c = 0; c < variances.length; c++) {
        variances[c] += row[c] * row[c] / (codes.rows() - 1);
      }
    }
    return variances;
  }

  /** The lower triangle of the covariance of centred rows; above it is nothing. */
  static double[][] lower(double[][] centred) {
    int size = centred[0].length;
    double[][] lower = new double[size][size];
    for (double[] row : centred) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          lower[i][j] += row[i] * row[j] / (centred.length - 1);
        }
      }
    }
    return lower;
  }
}
