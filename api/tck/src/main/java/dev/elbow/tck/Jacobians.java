package dev.elbow.tck;

/** Jacobians of every example of a batch at once, by central differences. */
final class Jacobians {
  /** Balances the truncation, of order step^2, against the rounding, of order 1e-16 / step. */
  private static final double STEP = 1e-5;

  private Jacobians() {}

  /**
   * d output / d input of each example, {@code [example][output column][input column]}.
   *
   * @param input an input or a noise
   */
  static double[][][] of(Bench bench, Batch batch, String output, String input) {
    Tensor at = batch.get(input);
    int columns = at.width();
    double[][][] jacobians = null;
    for (int j = 0; j < columns; j++) {
      Tensor up = bench.run(batch.with(input, at.movedColumn(j, STEP)), output);
      Tensor down = bench.run(batch.with(input, at.movedColumn(j, -STEP)), output);
      Tensor slopes = up.plus(down, -1).map(v -> v / (2 * STEP));
      if (jacobians == null) {
        jacobians = new double[batch.rows()][slopes.width()][columns];
      }
      for (int row = 0; row < batch.rows(); row++) {
        double[] slope = slopes.rowValues(row);
        for (int i = 0; i < slope.length; i++) {
          jacobians[row][i][j] = slope[i];
        }
      }
    }
    return jacobians;
  }
}
