package dev.elbow.graph.numeric;

/** The determinant of a square matrix, by elimination with row pivots. */
public final class LogDeterminant {
  private LogDeterminant() {}

  /**
   * log |det M|, minus infinity for a singular matrix.
   *
   * @param matrix square; left as it is
   */
  public static double of(double[][] matrix) {
    double[][] a = copy(matrix);
    double sum = 0;
    for (int column = 0; column < a.length; column++) {
      pivot(a, column);
      sum += Math.log(Math.abs(a[column][column]));
      if (sum == Double.NEGATIVE_INFINITY) {
        return sum;
      }
      eliminate(a, column);
    }
    return sum;
  }

  /** The sign of det M: 1, -1, or 0 for a singular matrix. */
  public static int sign(double[][] matrix) {
    double[][] a = copy(matrix);
    int sign = 1;
    for (int column = 0; column < a.length; column++) {
      sign *= pivot(a, column) * (int) Math.signum(a[column][column]);
      if (sign == 0) {
        return 0;
      }
      eliminate(a, column);
    }
    return sign;
  }

  private static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }

  /** Brings the column's largest element to the diagonal; -1 if rows changed places. */
  private static int pivot(double[][] a, int column) {
    int best = column;
    for (int row = column + 1; row < a.length; row++) {
      if (Math.abs(a[row][column]) > Math.abs(a[best][column])) {
        best = row;
      }
    }
    double[] swap = a[best];
    a[best] = a[column];
    a[column] = swap;
    return best == column ? 1 : -1;
  }

  private static void eliminate(double[][] a, int column) {
    for (int row = column + 1; row < a.length; row++) {
      double factor = a[row][column] / a[column][column];
      for (int k = column; k < a.length; k++) {
        a[row][k] -= factor * a[column][k];
      }
    }
  }
}
