package dev.elbow.plugin.divergence.stein;

import static dev.elbow.plugin.divergence.stein.PlainStein.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.divergence.stein.SteinOptions.Bandwidth;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;

/** The loss's gradient, which is all that its value is there for, and what it leads to. */
class SteinGradientTest {
  private static final SteinOptions MEDIAN = new SteinOptions(Bandwidth.MEDIAN, 1);

  @ParameterizedTest
  @CsvSource({"GAUSSIAN, MEDIAN", "GAUSSIAN, FIXED", "MIXTURE, MEDIAN", "MIXTURE, FIXED"})
  void theGradientIsTheNegativeDirectionOverTheBatch(ToyPrior prior, Bandwidth bandwidth) {
    SteinOptions options = new SteinOptions(bandwidth, 0.9);
    Random random = new Random(4);
    for (int[] size : new int[][] {{1, 1}, {1, 3}, {2, 1}, {2, 2}, {7, 1}, {9, 3}}) {
      double[][] z = normal(random, size[0], size[1], 0.3, 1.2);
      double[][] gradient = new Bench(options, prior, size[0], size[1]).gradient(z);
      PlainStein plain = new PlainStein(z, options, prior::score);
      for (int i = 0; i < z.length; i++) {
        double[] phi = plain.direction(i);
        for (int k = 0; k < phi.length; k++) {
          assertThat(gradient[i][k])
              .describedAs("[%d][%d] of batch %d, latent %d", i, k, size[0], size[1])
              .isCloseTo(-phi[k] / z.length, within(1e-9));
        }
      }
    }
  }

  /** d KL(q || p) / d parameter = -E_q d log p(z) / d parameter; here -mean of (z - m) / v. */
  @Test
  void aPriorWithParametersFollowsTheCodes() {
    double[][] z = normal(new Random(4), 6, 2, 0.3, 1.2);
    double expected = 0;
    for (double[] code : z) {
      expected -= (code[0] - 0.5 + code[1] - 0.5) / 1.5 / z.length;
    }
    Bench bench = new Bench(MEDIAN, ToyPrior.GAUSSIAN, 6, 2);
    assertThat(bench.gradient(z, "prior/mean")[0]).isCloseTo(expected, within(1e-12));
  }

  /** Few codes come to rest narrower than the density: 30 of them at 0.82 of its variance. */
  @Test
  void descentMovesAShiftedNarrowCloudOntoTheGaussian() {
    int rows = 30;
    Bench bench = new Bench(MEDIAN, ToyPrior.GAUSSIAN, rows, 2);
    double[][] z = normal(new Random(6), rows, 2, -2, 0.3);
    for (int step = 0; step < 200; step++) {
      double[][] gradient = bench.gradient(z);
      for (int i = 0; i < rows; i++) {
        z[i][0] -= 0.5 * rows * gradient[i][0];
        z[i][1] -= 0.5 * rows * gradient[i][1];
      }
    }
    for (int k = 0; k < 2; k++) {
      assertThat(moment(z, k, k, 0.5)).describedAs("variance").isBetween(0.7 * 1.5, 1.5);
      assertThat(mean(z, k)).describedAs("mean").isCloseTo(0.5, within(0.05));
    }
    assertThat(moment(z, 0, 1, 0.5)).describedAs("covariance").isCloseTo(0, within(0.2));
  }

  private static double mean(double[][] rows, int column) {
    double sum = 0;
    for (double[] row : rows) {
      sum += row[column] / rows.length;
    }
    return sum;
  }

  private static double moment(double[][] rows, int i, int j, double around) {
    double sum = 0;
    for (double[] row : rows) {
      sum += (row[i] - around) * (row[j] - around) / rows.length;
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(Bandwidth.class)
  void equalAndExtremeCodesStayFinite(Bandwidth bandwidth) {
    SteinOptions options = new SteinOptions(bandwidth, 1);
    Bench bench = new Bench(options, ToyPrior.GAUSSIAN, 3, 2, DataType.FLOAT);
    assertFinite(bench, new double[][] {{0.2, 0.1}, {0.2, 0.1}, {0.2, 0.1}});
    assertFinite(bench, new double[][] {{0.2, 0.1}, {0.2, 0.1}, {1e5, -1e5}});
    assertFinite(bench, new double[][] {{-1e5, 0.1}, {0.2, -1e5}, {1e5, -1e5}});
    assertFinite(bench, new double[][] {{1e-12, 0}, {0, 1e-12}, {0, 0}});
  }

  private static void assertFinite(Bench bench, double[][] z) {
    assertThat(bench.reported(z)).isFinite();
    for (double[] row : bench.gradient(z)) {
      assertThat(row[0]).isFinite();
      assertThat(row[1]).isFinite();
    }
  }
}
