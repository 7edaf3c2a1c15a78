package dev.elbow.plugin.divergence.mmd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** The discrepancy by its definition, with loops, and clouds of points to compare. */
final class PlainMmd {
  private PlainMmd() {}

  /**
   * E k(z, z') + E k(y, y') - 2 E k(z, y).
   *
   * @param kernel of the squared distance
   * @param unbiased whether pairs of a point with itself are left out
   */
  static double of(double[][] z, double[][] y, DoubleUnaryOperator kernel, boolean unbiased) {
    return within(z, kernel, unbiased) + within(y, kernel, unbiased) - 2 * between(z, y, kernel);
  }

  private static double within(double[][] x, DoubleUnaryOperator kernel, boolean unbiased) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        if (!unbiased || i != j) {
          sum += kernel.applyAsDouble(squared(x[i], x[j]));
          pairs++;
        }
      }
    }
    return sum / pairs;
  }

  private static double between(double[][] z, double[][] y, DoubleUnaryOperator kernel) {
    double sum = 0;
    for (double[] a : z) {
      for (double[] b : y) {
        sum += kernel.applyAsDouble(squared(a, b));
      }
    }
    return sum / (z.length * y.length);
  }

  static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  /** The median squared distance of different points; of an even number the lower middle one. */
  static double median(double[][] z, double[][] y) {
    List<double[]> pooled = new ArrayList<>(List.of(z));
    pooled.addAll(List.of(y));
    List<Double> squares = new ArrayList<>();
    for (int i = 0; i < pooled.size(); i++) {
      for (int j = 0; j < i; j++) {
        squares.add(squared(pooled.get(i), pooled.get(j)));
      }
    }
    Collections.sort(squares);
    return squares.get((squares.size() - 1) / 2);
  }

  /** A normal cloud around (shift, ..., shift). */
  static double[][] normal(Random random, int rows, int latent, double shift, double deviation) {
    double[][] cloud = new double[rows][latent];
    for (double[] point : cloud) {
      for (int i = 0; i < latent; i++) {
        point[i] = shift + deviation * random.nextGaussian();
      }
    }
    return cloud;
  }
}
