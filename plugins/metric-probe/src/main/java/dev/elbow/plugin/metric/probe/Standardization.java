package dev.elbow.plugin.metric.probe;

import dev.elbow.spi.Matrix;

/** Columns moved and scaled to mean 0 and deviation 1 among the rows that it was made of. */
record Standardization(double[] means, double[] deviations) {

  /** A column without spread is only moved. */
  static Standardization of(Matrix rows) {
    double[] means = new double[rows.columns()];
    double[] deviations = new double[rows.columns()];
    for (int i = 0; i < rows.columns(); i++) {
      for (int r = 0; r < rows.rows(); r++) {
        means[i] += (double) rows.at(r, i) / rows.rows();
      }
      double squares = 0;
      for (int r = 0; r < rows.rows(); r++) {
        squares += (rows.at(r, i) - means[i]) * (rows.at(r, i) - means[i]);
      }
      deviations[i] = squares > 0 ? Math.sqrt(squares / rows.rows()) : 1;
    }
    return new Standardization(means, deviations);
  }

  Matrix apply(Matrix rows) {
    float[] values = new float[rows.values().length];
    for (int r = 0; r < rows.rows(); r++) {
      for (int i = 0; i < rows.columns(); i++) {
        values[r * rows.columns() + i] = (float) ((rows.at(r, i) - means[i]) / deviations[i]);
      }
    }
    return new Matrix(rows.rows(), rows.columns(), values);
  }
}
