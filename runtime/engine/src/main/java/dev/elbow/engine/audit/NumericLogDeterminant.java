package dev.elbow.engine.audit;

import dev.elbow.graph.numeric.LogDeterminant;
import java.util.Arrays;

/**
 * log |det dy/dx| of a map at many points, by central differences.
 *
 * <p>Each is measured with two steps. Where they disagree the map has a kink nearby (a network of
 * ReLUs), or rounding wins: such a point proves nothing and is left out.
 *
 * @param values {@code [points]}
 * @param signs of the determinants
 * @param reliable whether both steps agree
 */
record NumericLogDeterminant(double[] values, int[] signs, boolean[] reliable) {
  private static final double STEP = 1e-5;
  private static final double SMALL_STEP = 1e-6;
  private static final double TOLERANCE = 1e-5;
  private static final int GROUP = 64;

  /** A map of rows to rows; the first argument says which point each row belongs to. */
  interface RowMap {
    double[][] apply(int[] points, double[][] x);
  }

  static NumericLogDeterminant of(RowMap map, double[][] at) {
    int n = at.length;
    NumericLogDeterminant result =
        new NumericLogDeterminant(new double[n], new int[n], new boolean[n]);
    for (int from = 0; from < n; from += GROUP) {
      int to = Math.min(n, from + GROUP);
      double[][][] wide = jacobians(map, at, from, to, STEP);
      double[][][] narrow = jacobians(map, at, from, to, SMALL_STEP);
      for (int i = from; i < to; i++) {
        result.measure(i, wide[i - from], narrow[i - from]);
      }
    }
    return result;
  }

  private void measure(int point, double[][] wide, double[][] narrow) {
    values[point] = LogDeterminant.of(wide);
    signs[point] = LogDeterminant.sign(wide);
    double other = LogDeterminant.of(narrow);
    boolean bothSingular =
        values[point] == Double.NEGATIVE_INFINITY && other == Double.NEGATIVE_INFINITY;
    reliable[point] =
        bothSingular || Math.abs(values[point] - other) <= tolerance(values[point]) / 2;
  }

  /** How far a stated figure may be from a measured one, in nats. */
  static double tolerance(double value) {
    return TOLERANCE * Math.max(1, Math.abs(value) / 10);
  }

  int reliableCount() {
    int count = 0;
    for (boolean one : reliable) {
      count += one ? 1 : 0;
    }
    return count;
  }

  private static double[][][] jacobians(RowMap map, double[][] at, int from, int to, double step) {
    int inputs = at[0].length;
    int rows = (to - from) * inputs * 2;
    int[] points = new int[rows];
    double[][] moved = new double[rows][];
    for (int row = 0; row < rows; row++) {
      int point = from + row / (2 * inputs);
      int column = row / 2 % inputs;
      points[row] = point;
      moved[row] = at[point].clone();
      moved[row][column] += (row % 2 == 0 ? 1 : -1) * step(at[point][column], step);
    }
    double[][] y = map.apply(points, moved);
    double[][][] jacobians = new double[to - from][y[0].length][inputs];
    for (int row = 0; row < rows; row += 2) {
      int point = row / (2 * inputs);
      int column = row / 2 % inputs;
      double width = 2 * step(at[from + point][column], step);
      double[][] jacobian = jacobians[point];
      for (int i = 0; i < jacobian.length; i++) {
        jacobian[i][column] = (y[row][i] - y[row + 1][i]) / width;
      }
    }
    return jacobians;
  }

  private static double step(double x, double step) {
    return step * Math.max(1, Math.abs(x));
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
