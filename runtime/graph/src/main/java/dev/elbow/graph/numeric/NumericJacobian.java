package dev.elbow.graph.numeric;

import java.util.function.UnaryOperator;

/** Derivatives by central differences, for functions in double precision. */
public final class NumericJacobian {
  /** Balances the truncation, of order step^2, against the rounding, of order 1e-16 / step. */
  private static final double STEP = 1e-5;

  private NumericJacobian() {}

  /**
   * The Jacobian J_ij = d f_i / d x_j.
   *
   * @param function any number of inputs and outputs
   * @param at where; left as it is
   * @return {@code [outputs][inputs]}
   */
  public static double[][] of(UnaryOperator<double[]> function, double[] at) {
    double[][] jacobian = null;
    for (int j = 0; j < at.length; j++) {
      double step = STEP * Math.max(1, Math.abs(at[j]));
      double[] up = function.apply(moved(at, j, step));
      double[] down = function.apply(moved(at, j, -step));
      if (jacobian == null) {
        jacobian = new double[up.length][at.length];
      }
      for (int i = 0; i < up.length; i++) {
        jacobian[i][j] = (up[i] - down[i]) / (2 * step);
      }
    }
    return jacobian;
  }

  private static double[] moved(double[] at, int index, double by) {
    double[] moved = at.clone();
    moved[index] += by;
    return moved;
  }
}
