package dev.elbow.engine.training.optimizer;

/** Loops over a block that the compiler vectorises. */
final class Loops {
  private Loops() {}

  static void add(float[] sum, float weight, float[] other, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += weight * other[i];
    }
  }

  static void scale(float[] values, float factor, int n) {
    for (int i = 0; i < n; i++) {
      values[i] *= factor;
    }
  }

  static void cut(float[] values, float limit, int n) {
    for (int i = 0; i < n; i++) {
      values[i] = Math.max(-limit, Math.min(values[i], limit));
    }
  }

  /** average += rest (values - average). */
  static void average(float[] average, float[] values, float rest, int n) {
    for (int i = 0; i < n; i++) {
      average[i] = Denormals.rounded(average[i] + rest * (values[i] - average[i]));
    }
  }
}
