package dev.elbow.engine.audit;

import java.util.random.RandomGenerator;

/**
 * A Gaussian with independent dimensions, in plain Java.
 *
 * @param mean of each dimension
 * @param deviation of each dimension
 */
record IndependentGaussian(double[] mean, double[] deviation) {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  /** Mean and deviation of the rows. */
  static IndependentGaussian fit(double[][] rows, int size) {
    double[] mean = new double[size];
    double[] deviation = new double[size];
    for (int j = 0; j < size; j++) {
      int column = j;
      double m = Statistics.sum(rows.length, i -> rows[i][column]) / rows.length;
      double squares =
          Statistics.sum(rows.length, i -> (rows[i][column] - m) * (rows[i][column] - m));
      mean[j] = m;
      deviation[j] = Math.sqrt(squares / (rows.length - 1));
    }
    return new IndependentGaussian(mean, deviation);
  }

  IndependentGaussian scaled(double factor) {
    double[] scaled = deviation.clone();
    for (int j = 0; j < scaled.length; j++) {
      scaled[j] *= factor;
    }
    return new IndependentGaussian(mean, scaled);
  }

  double logDensity(double[] z) {
    double sum = 0;
    for (int j = 0; j < mean.length; j++) {
      double standardised = (z[j] - mean[j]) / deviation[j];
      sum -= 0.5 * (standardised * standardised + LOG_TWO_PI) + Math.log(deviation[j]);
    }
    return sum;
  }

  double[] sample(RandomGenerator random) {
    double[] z = new double[mean.length];
    for (int j = 0; j < z.length; j++) {
      z[j] = mean[j] + deviation[j] * random.nextGaussian();
    }
    return z;
  }
}
