package dev.elbow.tck;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Points and weights that integrate over the line or the plane: the trapezoidal rule on t with x =
 * centre + scale sinh(t), fine near the centre and wide at its ends.
 *
 * @param points {@code [points][1 or 2]}
 * @param weights of the points
 */
record Grid(double[][] points, double[] weights) {
  private static final double END = 6;
  private static final int LINE = 1200;
  private static final int PLANE = 140;

  /** However much two grids disagree. */
  private static final double LARGEST_ERROR = 0.01;

  /** Around the centre, in as many dimensions as it has: 1 or 2. */
  static Grid around(double[] centre, double scale) {
    return around(centre, scale, 1);
  }

  private static Grid around(double[] centre, double scale, int fineness) {
    int count = (centre.length == 1 ? LINE : PLANE) * fineness + 1;
    return centre.length == 1
        ? axis(centre[0], scale, count)
        : product(axis(centre[0], scale, count), axis(centre[1], scale, count));
  }

  /**
   * Adds a fault unless a density integrates to 1. A grid on which it does not may be too coarse
   * for the density's kinks: then one twice as fine decides, as exactly as the two agree. Where
   * they agree, as they do on smooth densities to many digits, the tolerance stays.
   *
   * @param logDensity at each of the points
   */
  static void requireDensity(
      double[] centre,
      double scale,
      double tolerance,
      Function<Tensor, Tensor> logDensity,
      String where,
      Faults faults) {
    double coarse = around(centre, scale, 1).integral(logDensity);
    if (Math.abs(coarse - 1) <= tolerance) {
      return;
    }
    double fine = around(centre, scale, 2).integral(logDensity);
    double error = Math.min(LARGEST_ERROR, 2 * Math.abs(fine - coarse));
    faults.unlessClose(fine, 1, Math.max(tolerance, error), "%s, integral of the density", where);
  }

  private double integral(Function<Tensor, Tensor> logDensity) {
    return integralOfExp(logDensity.apply(tensor()).values());
  }

  /** The same points on every axis, in 1 or 2 dimensions. */
  static Grid product(double[] points, double[] weights, int dimensions) {
    double[][] rows =
        Arrays.stream(points).mapToObj(p -> new double[] {p}).toArray(double[][]::new);
    Grid axis = new Grid(rows, weights);
    return dimensions == 1 ? axis : product(axis, axis);
  }

  private static Grid product(Grid first, Grid second) {
    int width = second.weights.length;
    double[][] points = new double[first.weights.length * width][];
    double[] weights = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      int a = i / width;
      int b = i % width;
      points[i] = new double[] {first.points[a][0], second.points[b][0]};
      weights[i] = first.weights[a] * second.weights[b];
    }
    return new Grid(points, weights);
  }

  private static Grid axis(double centre, double scale, int count) {
    double step = 2 * END / (count - 1);
    double[][] points = new double[count][];
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      double t = -END + i * step;
      points[i] = new double[] {centre + scale * Math.sinh(t)};
      weights[i] = step * scale * Math.cosh(t);
    }
    return new Grid(points, weights);
  }

  Tensor tensor() {
    return Tensor.matrix(points);
  }

  /** The integral of exp of these values at the points. */
  double integralOfExp(double[] logValues) {
    double[] terms = new double[weights.length];
    Arrays.setAll(terms, i -> weights[i] * Math.exp(logValues[i]));
    return Arrays.stream(terms).sum();
  }

  /** The integral of f exp(logValues). */
  double expectation(double[] logValues, double[] f) {
    double[] terms = new double[weights.length];
    Arrays.setAll(terms, i -> weights[i] * Math.exp(logValues[i]) * f[i]);
    return Arrays.stream(terms).sum();
  }

  /** The integral of exp from the line's beginning up to each point. */
  double[] cumulated(double[] logValues) {
    double[] cumulated = new double[weights.length];
    double before = 0;
    for (int i = 0; i < weights.length; i++) {
      double term = weights[i] * Math.exp(logValues[i]);
      cumulated[i] = before + term / 2;
      before += term;
    }
    return cumulated;
  }
}
