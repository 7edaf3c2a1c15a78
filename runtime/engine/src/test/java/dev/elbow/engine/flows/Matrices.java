package dev.elbow.engine.flows;

/** The little linear algebra that the tests need. */
final class Matrices {
  private Matrices() {}

  /** By elimination with row pivots. */
  static double determinant(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
    }
    double determinant = 1;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
          pivot = row;
        }
      }
      if (pivot != column) {
        double[] swap = a[pivot];
        a[pivot] = a[column];
        a[column] = swap;
        determinant = -determinant;
      }
      determinant *= a[column][column];
      for (int row = column + 1; row < n; row++) {
        double factor = a[row][column] / a[column][column];
        for (int k = column; k < n; k++) {
          a[row][k] -= factor * a[column][k];
        }
      }
    }
    return determinant;
  }
}
