package dev.elbow.tck;

import java.util.Arrays;
import java.util.Random;

/** Gaussians of independent dimensions, in plain Java. */
final class PlainGaussian {
  private static final double LOG_2_PI = Math.log(2 * Math.PI);

  private PlainGaussian() {}

  static double logDensity(double[] z, double[] mean, double[] variance) {
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      double away = z[i] - mean[i];
      sum += away * away / variance[i] + Math.log(variance[i]) + LOG_2_PI;
    }
    return -0.5 * sum;
  }

  /** Of N(0, I). */
  static double logDensity(double[] z) {
    double squares = Arrays.stream(z).map(v -> v * v).sum();
    return -0.5 * (squares + z.length * LOG_2_PI);
  }

  static double[] sample(Random random, double[] mean, double[] variance) {
    double[] z = new double[mean.length];
    Arrays.setAll(z, i -> mean[i] + Math.sqrt(variance[i]) * random.nextGaussian());
    return z;
  }

  static double[] filled(int size, double value) {
    double[] values = new double[size];
    Arrays.fill(values, value);
    return values;
  }

  /** log of the mean of exp. */
  static double logMeanExp(double[] values) {
    double most = Arrays.stream(values).max().orElseThrow();
    double mean = Arrays.stream(values).map(v -> Math.exp(v - most)).average().orElseThrow();
    return most + Math.log(mean);
  }
}
