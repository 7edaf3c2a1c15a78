package dev.elbow.plugin.divergence.mmd;

import static dev.elbow.plugin.divergence.mmd.PlainMmd.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.divergence.mmd.MmdOptions.Bandwidth;
import dev.elbow.plugin.divergence.mmd.MmdOptions.Estimator;
import dev.elbow.plugin.divergence.mmd.MmdOptions.Kernel;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gradients by codes and by prior samples against finite differences, and what they lead to. */
class MmdGradientTest {
  private static final double STEP = 1e-5;
  private static final double RATE = 0.5;
  private static final int ROWS = 20;

  @ParameterizedTest
  @EnumSource(
      value = Bandwidth.class,
      names = {"FIXED", "SCALED"})
  void gradientsOfTheGaussianKernelEqualFiniteDifferences(Bandwidth bandwidth) {
    for (Estimator estimator : Estimator.values()) {
      checkAllSizes(new MmdOptions(Kernel.RBF, bandwidth, 1.2, 1, estimator));
    }
  }

  @ParameterizedTest
  @EnumSource(Estimator.class)
  void gradientsOfTheMultiquadricsEqualFiniteDifferences(Estimator estimator) {
    checkAllSizes(new MmdOptions(Kernel.IMQ, Bandwidth.SCALED, 1, 1.5, estimator));
  }

  /** The median is a constant: differences are taken of the loops with the median held. */
  @ParameterizedTest
  @EnumSource(Estimator.class)
  void noGradientGoesThroughTheMedian(Estimator estimator) {
    MmdOptions options = new MmdOptions(Kernel.RBF, Bandwidth.MEDIAN, 1, 1, estimator);
    Random random = new Random(8);
    double[][] z = normal(random, 5, 3, 0.5, 1);
    double[][] y = normal(random, 5, 3, 0, 1);
    double median = PlainMmd.median(z, y);
    boolean unbiased = estimator == Estimator.UNBIASED;
    check(
        new Bench(options, 5, 3),
        z,
        y,
        (a, b) -> PlainMmd.of(a, b, square -> Math.exp(-square / (2 * median)), unbiased));
  }

  private static void checkAllSizes(MmdOptions options) {
    Random random = new Random(8);
    for (int[] size : new int[][] {{1, 1}, {1, 3}, {2, 1}, {4, 2}}) {
      Bench bench = new Bench(options, size[0], size[1]);
      double[][] z = normal(random, size[0], size[1], 0.5, 1);
      double[][] y = normal(random, size[0], size[1], 0, 1);
      check(bench, z, y, bench::loss);
    }
  }

  private static void check(
      Bench bench, double[][] z, double[][] y, ToDoubleBiFunction<double[][], double[][]> loss) {
    double[][] byCodes = bench.gradient(z, y, "codes");
    double[][] bySamples = bench.gradient(z, y, "samples");
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < z[i].length; j++) {
        assertThat(byCodes[i][j])
            .describedAs("codes [%d][%d] of batch %d", i, j, z.length)
            .isCloseTo(slope(z, i, j, () -> loss.applyAsDouble(z, y)), within(1e-9));
        assertThat(bySamples[i][j])
            .describedAs("samples [%d][%d] of batch %d", i, j, z.length)
            .isCloseTo(slope(y, i, j, () -> loss.applyAsDouble(z, y)), within(1e-9));
      }
    }
  }

  private static double slope(double[][] rows, int i, int j, DoubleSupplier loss) {
    double start = rows[i][j];
    rows[i][j] = start + STEP;
    double above = loss.getAsDouble();
    rows[i][j] = start - STEP;
    double below = loss.getAsDouble();
    rows[i][j] = start;
    return (above - below) / (2 * STEP);
  }

  /** The samples stay the same, so that nothing but the descent moves the codes. */
  @Test
  void descentMovesAShiftedNarrowCloudOntoTheSamples() {
    for (Kernel kernel : Kernel.values()) {
      MmdOptions options = new MmdOptions(kernel, Bandwidth.MEDIAN, 1, 1, Estimator.BIASED);
      Random random = new Random(2);
      double[][] y = normal(random, ROWS, 2, 0, 1);
      double[][] z = normal(random, ROWS, 2, 2, 0.3);
      descend(new Bench(options, ROWS, 2), z, y, 120);
      for (int j = 0; j < 2; j++) {
        assertThat(mean(z, j)).describedAs("%s mean", kernel).isCloseTo(mean(y, j), within(0.1));
        assertThat(variance(z, j))
            .describedAs("%s variance", kernel)
            .isCloseTo(variance(y, j), within(0.2));
      }
    }
  }

  private static void descend(Bench bench, double[][] z, double[][] y, int steps) {
    for (int step = 0; step < steps; step++) {
      double[][] gradient = bench.gradient(z, y, "codes");
      for (int i = 0; i < z.length; i++) {
        for (int j = 0; j < z[i].length; j++) {
          z[i][j] -= RATE * z.length * gradient[i][j];
        }
      }
    }
  }

  private static double mean(double[][] rows, int column) {
    double sum = 0;
    for (double[] row : rows) {
      sum += row[column] / rows.length;
    }
    return sum;
  }

  private static double variance(double[][] rows, int column) {
    double mean = mean(rows, column);
    double sum = 0;
    for (double[] row : rows) {
      sum += (row[column] - mean) * (row[column] - mean) / (rows.length - 1);
    }
    return sum;
  }
}
