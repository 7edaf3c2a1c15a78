package dev.elbow.plugin.divergence.mmd;

import static dev.elbow.plugin.divergence.mmd.PlainMmd.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.divergence.mmd.MmdOptions.Bandwidth;
import dev.elbow.plugin.divergence.mmd.MmdOptions.Estimator;
import dev.elbow.plugin.divergence.mmd.MmdOptions.Kernel;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The estimators over many batches, against expectations in closed form. */
class MmdStatisticsTest {
  private static final int BATCHES = 200;
  private static final int BATCH = 6;
  private static final int LATENT = 3;
  private static final double SIGMA = 1.4;

  private static MmdOptions options(Estimator estimator) {
    return new MmdOptions(Kernel.RBF, Bandwidth.FIXED, SIGMA, 1, estimator);
  }

  /** The term's values for batches of N(shift, deviation^2 I) against N(0, I). */
  private static double[] values(MmdOptions options, double shift, double deviation) {
    Bench bench = new Bench(options, BATCH, LATENT);
    Random random = new Random(17);
    double[] values = new double[BATCHES];
    for (int i = 0; i < BATCHES; i++) {
      double[][] z = normal(random, BATCH, LATENT, shift, deviation);
      values[i] = bench.loss(z, normal(random, BATCH, LATENT, 0, 1));
    }
    return values;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double standardError(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1) / values.length);
  }

  private static void assertMean(double[] values, double expected) {
    assertThat(mean(values)).isCloseTo(expected, within(4 * standardError(values)));
  }

  /** E exp(-|u|^2 / (2 sigma^2)) for u ~ N(shift, variance I). */
  private static double meanKernel(double shift, double variance) {
    double width = SIGMA * SIGMA;
    return Math.pow(1 + variance / width, -LATENT / 2.0)
        * Math.exp(-LATENT * shift * shift / (2 * (width + variance)));
  }

  private static double exact(double shift, double deviation) {
    double variance = deviation * deviation;
    return meanKernel(0, 2 * variance) + meanKernel(0, 2) - 2 * meanKernel(shift, variance + 1);
  }

  @Test
  void theUnbiasedEstimatorIsZeroOnAverageWhereTheDistributionsAgree() {
    assertMean(values(options(Estimator.UNBIASED), 0, 1), 0);
  }

  @Test
  void theUnbiasedEstimatorMeetsTheDiscrepancyOfTwoGaussians() {
    assertMean(values(options(Estimator.UNBIASED), 0.7, 1), exact(0.7, 1));
    assertMean(values(options(Estimator.UNBIASED), 0, 1.8), exact(0, 1.8));
    assertMean(values(options(Estimator.UNBIASED), -0.4, 0.5), exact(-0.4, 0.5));
  }

  @Test
  void theBiasedEstimatorExceedsItByThePairsOfAPointWithItself() {
    double self = (1 - meanKernel(0, 2 * 0.25) + 1 - meanKernel(0, 2)) / BATCH;
    assertMean(values(options(Estimator.BIASED), -0.4, 0.5), exact(-0.4, 0.5) + self);
  }

  @Test
  void theBiasedEstimatorIsNeverNegative() {
    assertThat(Arrays.stream(values(options(Estimator.BIASED), 0, 1)))
        .allMatch(value -> value >= 0);
  }

  @Test
  void everyKernelSeesAShiftAndAScale() {
    int rows = 200;
    for (Kernel kernel : Kernel.values()) {
      for (Bandwidth bandwidth : Bandwidth.values()) {
        MmdOptions options = new MmdOptions(kernel, bandwidth, 1, 1, Estimator.UNBIASED);
        Bench bench = new Bench(options, rows, LATENT);
        Random random = new Random(23);
        double[][] samples = normal(random, rows, LATENT, 0, 1);
        double same = bench.loss(normal(random, rows, LATENT, 0, 1), samples);
        double shifted = bench.loss(normal(random, rows, LATENT, 0.7, 1), samples);
        double narrow = bench.loss(normal(random, rows, LATENT, 0, 0.3), samples);
        assertThat(shifted).describedAs("%s %s", kernel, bandwidth).isGreaterThan(0.01);
        assertThat(narrow).describedAs("%s %s", kernel, bandwidth).isGreaterThan(0.01);
        assertThat(Math.abs(same)).isLessThan(0.1 * Math.min(shifted, narrow));
      }
    }
  }
}
