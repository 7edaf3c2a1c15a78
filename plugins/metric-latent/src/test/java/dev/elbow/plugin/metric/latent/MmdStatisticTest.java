package dev.elbow.plugin.metric.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.metric.latent.AggregateMmdOptions.Bandwidth;
import dev.elbow.plugin.metric.latent.AggregateMmdOptions.Kernel;
import dev.elbow.spi.Matrix;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The discrepancy against its definition, its closed form, and its spread over repetitions. */
class MmdStatisticTest {
  private static final int LATENT = 3;
  private static final double SIGMA = 1.4;
  private static final int REPETITIONS = 300;

  private static AggregateMmdOptions options(Kernel kernel, Bandwidth bandwidth) {
    return new AggregateMmdOptions(kernel, bandwidth, SIGMA, 1.7, 0);
  }

  private static MmdStatistic statistic(Kernel kernel, Bandwidth bandwidth, Matrix z, Matrix y) {
    Points codes = new Points(z);
    Points samples = new Points(y);
    RadialKernel radial = RadialKernel.of(options(kernel, bandwidth), codes, samples);
    return MmdStatistic.of(radial, codes, samples);
  }

  /** E k(z, z') + E k(y, y') - 2 E k(z, y), pairs of equal numbers left out of all three. */
  private static double definition(Matrix z, Matrix y, DoubleUnaryOperator kernel) {
    double sum = 0;
    int n = z.rows();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          sum += kernel.applyAsDouble(Clouds.squaredDistance(z, i, z, j));
          sum += kernel.applyAsDouble(Clouds.squaredDistance(y, i, y, j));
          sum -= 2 * kernel.applyAsDouble(Clouds.squaredDistance(z, i, y, j));
        }
      }
    }
    return sum / (n * (n - 1.0));
  }

  private static double medianSquare(Matrix z, Matrix y) {
    int n = z.rows();
    double[] squares = new double[n * (2 * n - 1)];
    int at = 0;
    for (int i = 0; i < 2 * n; i++) {
      for (int j = 0; j < i; j++) {
        Matrix first = i < n ? z : y;
        Matrix second = j < n ? z : y;
        squares[at++] = Clouds.squaredDistance(first, i % n, second, j % n);
      }
    }
    Arrays.sort(squares);
    return squares[(squares.length - 1) / 2];
  }

  private static double multiquadrics(double square) {
    double sum = 0;
    for (double scale : new double[] {0.1, 0.2, 0.5, 1, 2, 5, 10}) {
      double width = scale * 2 * LATENT * 1.7;
      sum += width / (width + square);
    }
    return sum;
  }

  @Test
  void theStatisticIsItsDefinition() {
    Random random = new Random(3);
    Matrix z = Clouds.normal(random, 150, LATENT, 0.4, 1.2);
    Matrix y = Clouds.normal(random, 150, LATENT, 0, 1);
    double median = medianSquare(z, y);
    double narrow = 2 * SIGMA * SIGMA;
    assertThat(statistic(Kernel.RBF, Bandwidth.FIXED, z, y).value())
        .isCloseTo(definition(z, y, s -> Math.exp(-s / narrow)), within(1e-12));
    assertThat(statistic(Kernel.RBF, Bandwidth.SCALED, z, y).value())
        .isCloseTo(definition(z, y, s -> Math.exp(-s / 9)), within(1e-12));
    assertThat(statistic(Kernel.RBF, Bandwidth.MEDIAN, z, y).value())
        .isCloseTo(definition(z, y, s -> Math.exp(-s / (2 * median))), within(1e-12));
    assertThat(statistic(Kernel.IMQ, Bandwidth.FIXED, z, y).value())
        .isCloseTo(definition(z, y, MmdStatisticTest::multiquadrics), within(1e-12));
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

  private static MmdStatistic gaussian(Random random, int rows, double shift, double deviation) {
    Matrix z = Clouds.normal(random, rows, LATENT, shift, deviation);
    Matrix y = Clouds.normal(random, rows, LATENT, 0, 1);
    return statistic(Kernel.RBF, Bandwidth.FIXED, z, y);
  }

  @Test
  void itMeetsTheDiscrepancyOfTwoGaussians() {
    Random random = new Random(5);
    for (double[] to : new double[][] {{0.7, 1}, {0, 1.8}, {-0.4, 0.5}, {0, 1}}) {
      MmdStatistic statistic = gaussian(random, 2000, to[0], to[1]);
      assertThat(statistic.value())
          .isCloseTo(exact(to[0], to[1]), within(4 * statistic.standardError()));
    }
  }

  /** Over 300 repetitions, unbiased within 4 standard errors: the stated error over the spread. */
  private static double statedOverSpread(double shift, double deviation) {
    Random random = new Random(7);
    double[] values = new double[REPETITIONS];
    double variance = 0;
    for (int i = 0; i < REPETITIONS; i++) {
      MmdStatistic statistic = gaussian(random, 100, shift, deviation);
      values[i] = statistic.value();
      variance += Math.pow(statistic.standardError(), 2) / REPETITIONS;
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double spread = Math.sqrt(squares / (REPETITIONS - 1));
    assertThat(mean)
        .isCloseTo(exact(shift, deviation), within(4 * spread / Math.sqrt(REPETITIONS)));
    return Math.sqrt(variance) / spread;
  }

  /** The standard deviation of 300 values is known to 4 %: 5 of that. */
  @Test
  void theStandardErrorIsTheSpreadWhereTheDistributionsDiffer() {
    assertThat(statedOverSpread(0.7, 1)).isCloseTo(1, within(0.2));
    assertThat(statedOverSpread(0, 0.5)).isCloseTo(1, within(0.2));
  }

  /**
   * The first-order formula, 4/N times the variance of the rows' means, would be twice the variance
   * there; taking away their own spread, but no more than all, leaves something between.
   */
  @Test
  void theStandardErrorIsOnTheSafeSideWhereTheyAgree() {
    assertThat(statedOverSpread(0, 1)).isBetween(0.8, Math.sqrt(2) * 1.2);
  }

  @Test
  void equalPointsHaveAMedianOfOne() {
    Points points = new Points(new Matrix(5, 2, new float[10]));
    assertThat(Median.ofPooled(points, points)).isEqualTo(1);
  }
}
