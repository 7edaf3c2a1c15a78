package dev.elbow.tck;

import dev.elbow.spi.Matrix;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Rows of a {@link Matrix} computed one by one. */
final class Rows {
  private Rows() {}

  static Matrix map(Matrix from, int columns, Function<float[], double[]> function) {
    float[] values = new float[from.rows() * columns];
    for (int r = 0; r < from.rows(); r++) {
      double[] row = function.apply(from.row(r));
      for (int c = 0; c < columns; c++) {
        values[r * columns + c] = (float) row[c];
      }
    }
    return new Matrix(from.rows(), columns, values);
  }

  static double[] each(Matrix from, ToDoubleFunction<float[]> function) {
    double[] values = new double[from.rows()];
    Arrays.setAll(values, r -> function.applyAsDouble(from.row(r)));
    return values;
  }

  /** Nothing in as many rows, for {@link #map}. */
  static Matrix empty(int count) {
    return new Matrix(count, 0, new float[0]);
  }

  static double[] doubles(float[] row) {
    double[] values = new double[row.length];
    Arrays.setAll(values, i -> row[i]);
    return values;
  }
}
