package dev.elbow.engine.training.optimizer;

import java.util.Arrays;

/**
 * Sums over blocks with a running sum for each place in a block: the vector unit adds to many side
 * by side, where one sum for all would have to wait for each addition.
 */
final class Lanes {
  private final float[] squares = new float[Block.SIZE];
  private final float[] defects = new float[Block.SIZE];

  /** 0 times an element is 0, or NaN if the element is NaN or infinite. */
  void check(float[] values, int n) {
    for (int i = 0; i < n; i++) {
      defects[i] += 0 * values[i];
    }
  }

  void addSquares(float[] values, int n) {
    for (int i = 0; i < n; i++) {
      squares[i] += Denormals.square(values[i]);
    }
  }

  /** Whether every element checked so far was. */
  boolean finite() {
    return sum(defects) == 0;
  }

  /** The sum of squares, infinite if a float's range is left. */
  double squares() {
    return sum(squares);
  }

  void clear() {
    Arrays.fill(squares, 0);
    Arrays.fill(defects, 0);
  }

  private static double sum(float[] lanes) {
    double sum = 0;
    for (float lane : lanes) {
      sum += lane;
    }
    return sum;
  }
}
