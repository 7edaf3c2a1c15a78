package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.Matrix;
import java.util.Random;

/** Clouds of points. */
final class Clouds {
  private Clouds() {}

  /** Rows of N((shift, ..., shift), deviation^2 I). */
  static Matrix normal(Random random, int rows, int columns, double shift, double deviation) {
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (shift + deviation * random.nextGaussian());
    }
    return new Matrix(rows, columns, values);
  }

  static double squaredDistance(Matrix x, int i, Matrix y, int j) {
    double sum = 0;
    for (int k = 0; k < x.columns(); k++) {
      sum += Math.pow((double) x.at(i, k) - y.at(j, k), 2);
    }
    return sum;
  }
}
