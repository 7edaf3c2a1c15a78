package dev.elbow.plugin.metric.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.spi.Matrix;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against closed forms that need no root of a matrix. */
class GaussianDistanceTest {

  private static Moments moments(double[] mean, double[] covariance) {
    int width = mean.length;
    double[] zero = new double[width];
    return new Moments(2, zero, covariance, mean);
  }

  /** Of two rows about their mean, the sums of products are the covariance. */
  @Test
  void momentsGiveBackMeanAndCovariance() {
    Matrix rows = new Matrix(3, 2, new float[] {1, 2, 3, 4, 5, 0});
    Moments moments = Moments.of(rows, 0, 1);
    assertThat(moments.mean()).containsExactly(3, 2);
    assertThat(moments.covariance()).containsExactly(4, -2, -2, 4);
  }

  @Test
  void leavingRowsOutIsTheSameAsNeverAddingThem() {
    Matrix all = Gaussians.draw(1, 50, new double[] {3, -2}, Gaussians.diagonal(1, 2));
    Moments rest = Moments.of(all, 0, 1).without(Moments.of(all, 1, 2));
    Moments even = Moments.of(all, 0, 2);
    assertThat(rest.count()).isEqualTo(25);
    assertThat(rest.mean()).containsExactly(even.mean(), within(1e-12));
    assertThat(rest.covariance()).containsExactly(even.covariance(), within(1e-12));
  }

  /** sum (m1 - m2)^2 + (s1 - s2)^2 where the covariances are diagonal. */
  @Test
  void ofIndependentDimensionsItIsThatOfEach() {
    Moments one = moments(new double[] {0, 1, 2}, new double[] {4, 0, 0, 0, 9, 0, 0, 0, 1});
    Moments other = moments(new double[] {1, 1, 0}, new double[] {1, 0, 0, 0, 9, 0, 0, 0, 16});
    assertThat(GaussianDistance.of(one, other)).isCloseTo(1 + 4 + 1 + 0 + 9, within(1e-12));
  }

  /** tr (C1 C2)^(1/2) of 2 x 2 matrices is sqrt(tr C1 C2 + 2 sqrt(det C1 det C2)). */
  @Test
  void ofCorrelatedDimensionsItIsTheClosedFormOfTwoByTwo() {
    double[] c1 = {2, 0.7, 0.7, 1};
    double[] c2 = {1, -0.4, -0.4, 3};
    double traceOfProduct = 2 * 1 + 2 * 0.7 * -0.4 + 1 * 3;
    double determinants = (2 - 0.49) * (3 - 0.16);
    double expected = 2 + 1 + 1 + 3 - 2 * Math.sqrt(traceOfProduct + 2 * Math.sqrt(determinants));
    double[] zero = new double[2];
    assertThat(GaussianDistance.of(moments(zero, c1), moments(zero, c2)))
        .isCloseTo(expected, within(1e-12));
  }

  /** C2 = a^2 C1 has the distance (a - 1)^2 tr C1, whatever C1 is. */
  @Test
  void ofAStretchedCovarianceOfManyDimensionsItIsKnown() {
    int width = 128;
    Random random = new Random(3);
    double[] c1 = new double[width * width];
    double trace = 0;
    // fewer factors than dimensions: most eigenvalues are zero
    double[][] factor = new double[width][40];
    for (double[] row : factor) {
      for (int k = 0; k < row.length; k++) {
        row[k] = random.nextGaussian();
      }
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        for (int k = 0; k < 40; k++) {
          c1[i * width + j] += factor[i][k] * factor[j][k];
        }
      }
      trace += c1[i * width + i];
    }
    double[] c2 = c1.clone();
    for (int i = 0; i < c2.length; i++) {
      c2[i] *= 6.25;
    }
    double[] zero = new double[width];
    assertThat(GaussianDistance.of(moments(zero, c1), moments(zero, c2)))
        .isCloseTo(1.5 * 1.5 * trace, within(1e-4 * trace));
    assertThat(GaussianDistance.of(moments(zero, c1), moments(zero, c1)))
        .isCloseTo(0, within(1e-4 * trace));
  }

  /** Mean 1 apart and deviations 1 and 2 in each of three dimensions: 3 (1 + 1). */
  @Test
  void ofSamplesTheKnownDistanceLiesWithinTheError() {
    double[][] single = Gaussians.diagonal(1, 1, 1);
    double[][] twice = Gaussians.diagonal(2, 2, 2);
    Matrix one = Gaussians.draw(4, 4000, new double[] {0, 0, 0}, single);
    Matrix other = Gaussians.draw(5, 2000, new double[] {1, -1, 1}, twice);
    Jackknife jackknife = Jackknife.of(Blocks.of(one), Blocks.of(other), GaussianDistance::of);
    double error = jackknife.standardError().orElseThrow();
    assertThat(jackknife.value() - jackknife.bias()).isCloseTo(6, within(3 * error));
    assertThat(error).isLessThan(0.3);
  }

  /** Of equal distributions the expectation is not 0 but the bias, which the jackknife sees. */
  @Test
  void theBiasOfFewSamplesIsEstimated() {
    double bias = 0;
    double value = 0;
    for (int trial = 0; trial < 20; trial++) {
      double[][] root = Gaussians.diagonal(1, 1, 1, 1);
      Matrix one = Gaussians.draw(100 + trial, 200, new double[4], root);
      Matrix other = Gaussians.draw(200 + trial, 200, new double[4], root);
      Jackknife jackknife = Jackknife.of(Blocks.of(one), Blocks.of(other), GaussianDistance::of);
      bias += jackknife.bias() / 20;
      value += jackknife.value() / 20;
    }
    assertThat(value).isGreaterThan(0.05);
    assertThat(bias).isCloseTo(value, within(0.35 * value));
  }
}
