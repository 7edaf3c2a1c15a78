package dev.elbow.tck;

import java.util.Arrays;

/**
 * Points and weights that integrate over the line or the plane: the trapezoidal rule on t with x =
 * centre + scale sinh(t), fine near the centre and wide at its ends.
 *
 * @param points {@code [points][1 or 2]}
 * @param weights of the points
 */
record Grid(double[][] points, double[] weights) {
  private static final double END = 6;
  private static final int LINE = 1201;
  private static final int PLANE = 161;

  /** Around the centre, in as many dimensions as it has: 1 or 2. */
  static Grid around(double[] centre, double scale) {
    if (centre.length == 1) {
      return axis(centre[0], scale, LINE);
    }
    Grid first = axis(centre[0], scale, PLANE);
    Grid second = axis(centre[1], scale, PLANE);
    double[][] points = new double[PLANE * PLANE][];
    double[] weights = new double[PLANE * PLANE];
    for (int i = 0; i < points.length; i++) {
      int a = i / PLANE;
      int b = i % PLANE;
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
}
