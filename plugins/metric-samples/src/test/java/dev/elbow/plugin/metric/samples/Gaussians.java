package dev.elbow.plugin.metric.samples;

import dev.elbow.spi.Matrix;
import java.util.Random;

/** Samples of Gaussians that are known. */
final class Gaussians {
  private Gaussians() {}

  /** Rows mean + root e with e standard normal: covariance root root^T. */
  static Matrix draw(long seed, int count, double[] mean, double[][] root) {
    Random random = new Random(seed);
    int width = mean.length;
    float[] values = new float[count * width];
    for (int r = 0; r < count; r++) {
      double[] e = new double[width];
      for (int i = 0; i < width; i++) {
        e[i] = random.nextGaussian();
      }
      for (int i = 0; i < width; i++) {
        double sum = mean[i];
        for (int j = 0; j < width; j++) {
          sum += root[i][j] * e[j];
        }
        values[r * width + i] = (float) sum;
      }
    }
    return new Matrix(count, width, values);
  }

  /** {@code [size, size]} with the numbers on the diagonal. */
  static double[][] diagonal(double... numbers) {
    double[][] matrix = new double[numbers.length][numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      matrix[i][i] = numbers[i];
    }
    return matrix;
  }
}
