package dev.elbow.engine.pca;

import dev.elbow.data.Split;
import java.util.stream.IntStream;

/**
 * Mean and covariance of a set of examples, in double precision, in two passes.
 *
 * @param mean {@code [features]}
 * @param matrix {@code [features][features]}, divided by the number of examples
 */
record Covariance(double[] mean, double[][] matrix) {
  private static final int BLOCK = 64;

  /** Examples whose products go into a row of the matrix together; divides {@link #BLOCK}. */
  private static final int TOGETHER = 4;

  static Covariance of(Split examples) {
    int features = examples.shape().features();
    double[] mean = mean(examples);
    double[][] sums = new double[features][features];
    // The examples that fill up the last block are rows of zeros: they add nothing.
    double[][] centered = new double[BLOCK][features];
    for (int from = 0; from < examples.size(); from += BLOCK) {
      center(examples, from, mean, centered);
      // Each row is one thread's, its examples in their order: no thread changes a bit.
      IntStream.range(0, features).parallel().forEach(i -> addProducts(sums[i], i, centered));
    }
    for (int i = 0; i < features; i++) {
      for (int j = i; j < features; j++) {
        sums[i][j] /= examples.size();
        sums[j][i] = sums[i][j];
      }
    }
    return new Covariance(mean, sums);
  }

  private static double[] mean(Split examples) {
    int features = examples.shape().features();
    double[] mean = new double[features];
    Pixels.inBatches(
        examples,
        (first, count, pixels) -> {
          for (int i = 0; i < count * features; i++) {
            mean[i % features] += pixels[i];
          }
        });
    for (int j = 0; j < features; j++) {
      mean[j] /= examples.size();
    }
    return mean;
  }

  private static void center(Split examples, int from, double[] mean, double[][] centered) {
    int count = Math.min(BLOCK, examples.size() - from);
    float[] pixels = examples.batch(IntStream.range(from, from + count).toArray(), 0).pixels();
    for (int i = 0; i < BLOCK; i++) {
      for (int j = 0; j < mean.length; j++) {
        centered[i][j] = i < count ? pixels[i * mean.length + j] - mean[j] : 0;
      }
    }
  }

  /** Adds the products of feature i with itself and those after it. */
  private static void addProducts(double[] row, int i, double[][] centered) {
    for (int n = 0; n < BLOCK; n += TOGETHER) {
      double[] a = centered[n];
      double[] b = centered[n + 1];
      double[] c = centered[n + 2];
      double[] d = centered[n + 3];
      double ai = a[i];
      double bi = b[i];
      double ci = c[i];
      double di = d[i];
      for (int j = i; j < row.length; j++) {
        row[j] += ai * a[j] + bi * b[j] + (ci * c[j] + di * d[j]);
      }
    }
  }
}
