package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.Matrix;
import java.util.Arrays;

/** Points column by column, so that distances to many of them are loops over arrays. */
final class Points {
  private final int count;
  private final double[][] columns;

  Points(Matrix rows) {
    this.count = rows.rows();
    this.columns = new double[rows.columns()][count];
    float[] values = rows.values();
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < columns.length; k++) {
        columns[k][i] = values[i * columns.length + k];
      }
    }
  }

  int count() {
    return count;
  }

  int dimensions() {
    return columns.length;
  }

  /**
   * Squared distances of one of these points to a range of others.
   *
   * @param squares gets those to {@code others[first]}, {@code others[first + 1]}, ..., the last
   */
  void squaredDistances(int point, Points others, int first, double[] squares) {
    int size = others.count - first;
    Arrays.fill(squares, 0, size, 0);
    for (int k = 0; k < columns.length; k++) {
      addSquares(columns[k][point], others.columns[k], first, squares, size);
    }
  }

  private static void addSquares(double x, double[] ys, int first, double[] squares, int size) {
    for (int j = 0; j < size; j++) {
      double away = x - ys[first + j];
      squares[j] += away * away;
    }
  }
}
