package dev.elbow.plugin.divergence.mmd;

import static dev.elbow.plugin.divergence.mmd.PlainMmd.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.divergence.mmd.MmdOptions.Bandwidth;
import dev.elbow.plugin.divergence.mmd.MmdOptions.Estimator;
import dev.elbow.plugin.divergence.mmd.MmdOptions.Kernel;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;

/** The value against double loops over the definition. */
class MmdValueTest {
  private static final double[] SCALES = {0.1, 0.2, 0.5, 1, 2, 5, 10};

  /** The kernels of the documentation, of the squared distance. */
  private static DoubleUnaryOperator kernel(MmdOptions options, double[][] z, double[][] y) {
    int latent = z[0].length;
    if (options.kernel() == Kernel.IMQ) {
      double c = 2 * latent * options.priorVariance();
      return square -> {
        double sum = 0;
        for (double scale : SCALES) {
          sum += c * scale / (c * scale + square);
        }
        return sum;
      };
    }
    double sigma = options.sigma();
    return switch (options.bandwidth()) {
      case FIXED -> square -> Math.exp(-square / (2 * sigma * sigma));
      // the authors' code: the mean of the squared differences, over d
      case SCALED -> square -> Math.exp(-(square / latent) / latent);
      case MEDIAN -> {
        double median = PlainMmd.median(z, y);
        yield square -> Math.exp(-square / (2 * median));
      }
    };
  }

  private static double plain(MmdOptions options, double[][] z, double[][] y) {
    boolean unbiased = options.estimator() == Estimator.UNBIASED && z.length > 1;
    return PlainMmd.of(z, y, kernel(options, z, y), unbiased);
  }

  @ParameterizedTest
  @CsvSource({
    "RBF, FIXED",
    "RBF, SCALED",
    "RBF, MEDIAN",
    "IMQ, SCALED",
  })
  void theValueIsThatOfDoubleLoops(Kernel kernel, Bandwidth bandwidth) {
    Random random = new Random(3);
    for (Estimator estimator : Estimator.values()) {
      MmdOptions options = new MmdOptions(kernel, bandwidth, 1.7, 0.8, estimator);
      for (int[] size : new int[][] {{1, 1}, {1, 3}, {2, 1}, {2, 4}, {3, 2}, {7, 3}, {20, 5}}) {
        double[][] z = normal(random, size[0], size[1], 0.5, 1.3);
        double[][] y = normal(random, size[0], size[1], 0, 1);
        assertThat(new Bench(options, size[0], size[1]).loss(z, y))
            .describedAs("%s, batch %d, latent %d", estimator, size[0], size[1])
            .isCloseTo(plain(options, z, y), within(1e-13));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Bandwidth.class)
  void singlePrecisionKeepsSixDigitsOfTheKernel(Bandwidth bandwidth) {
    Random random = new Random(5);
    MmdOptions options = new MmdOptions(Kernel.RBF, bandwidth, 3, 1, Estimator.UNBIASED);
    double[][] z = normal(random, 60, 8, 0.1, 1);
    double[][] y = normal(random, 60, 8, 0, 1);
    assertThat(new Bench(options, 60, 8, DataType.FLOAT).loss(z, y))
        .isCloseTo(plain(options, z, y), within(1e-6));
  }

  @Test
  void aCloudFarFromTheOriginKeepsItsDigitsInSinglePrecision() {
    Random random = new Random(5);
    MmdOptions options = new MmdOptions(Kernel.RBF, Bandwidth.FIXED, 1, 1, Estimator.BIASED);
    double[][] z = normal(random, 40, 4, 4096, 1);
    double[][] y = normal(random, 40, 4, 4096.25, 1);
    double[][] zAsFloat = rounded(z);
    double[][] yAsFloat = rounded(y);
    assertThat(new Bench(options, 40, 4, DataType.FLOAT).loss(z, y))
        .isCloseTo(plain(options, zAsFloat, yAsFloat), within(1e-5));
  }

  private static double[][] rounded(double[][] rows) {
    double[][] result = new double[rows.length][rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        result[i][j] = (float) rows[i][j];
      }
    }
    return result;
  }

  @ParameterizedTest
  @EnumSource(Bandwidth.class)
  void pointsThatAreAllOneGiveZero(Bandwidth bandwidth) {
    for (Estimator estimator : Estimator.values()) {
      MmdOptions options = new MmdOptions(Kernel.RBF, bandwidth, 1, 1, estimator);
      double[][] same = {{0.3, -2}, {0.3, -2}, {0.3, -2}};
      assertThat(new Bench(options, 3, 2).loss(same, same)).isZero();
      assertThat(new Bench(options, 3, 2).gradient(same, same, "codes"))
          .isDeepEqualTo(new double[3][2]);
    }
  }

  @ParameterizedTest
  @EnumSource(Bandwidth.class)
  void extremeCodesStayFinite(Bandwidth bandwidth) {
    for (Kernel kernel : Kernel.values()) {
      MmdOptions options = new MmdOptions(kernel, bandwidth, 1, 1, Estimator.UNBIASED);
      double[][] z = {{1e6, -1e6}, {-1e6, 1e6}, {1e6, -1e6}};
      double[][] y = {{0.3, -2}, {0.1, 0.4}, {-1, 1}};
      Bench bench = new Bench(options, 3, 2, DataType.FLOAT);
      assertThat(bench.loss(z, y)).isFinite();
      for (double[] row : bench.gradient(z, y, "codes")) {
        assertThat(row[0] + row[1]).isFinite();
      }
    }
  }

  @Test
  void theNoteNamesKernelBandwidthAndEstimator() {
    assertThat(note(Kernel.RBF, Bandwidth.SCALED, Estimator.BIASED))
        .isEqualTo("biased, kernel exp(-r^2 / 9.0), d = 3");
    assertThat(note(Kernel.RBF, Bandwidth.FIXED, Estimator.UNBIASED))
        .isEqualTo("unbiased, kernel exp(-r^2 / 4.5), sigma = 1.5");
    assertThat(note(Kernel.RBF, Bandwidth.MEDIAN, Estimator.BIASED)).contains("median of r^2");
    assertThat(note(Kernel.IMQ, Bandwidth.SCALED, Estimator.UNBIASED))
        .contains("unbiased", "inverse multiquadrics", "C = 6.0");
  }

  private static String note(Kernel kernel, Bandwidth bandwidth, Estimator estimator) {
    MmdOptions options = new MmdOptions(kernel, bandwidth, 1.5, 1, estimator);
    return new Bench(options, 2, 3).term.note();
  }

  @Test
  void itIsNoBoundAndSaysWhy() {
    MmdOptions options = new MmdOptions(Kernel.RBF, Bandwidth.SCALED, 1, 1, Estimator.BIASED);
    Bench bench = new Bench(options, 2, 3);
    assertThat(bench.term.bound().holds()).isFalse();
    assertThat(bench.term.bound().reason()).contains("q(z)");
    assertThat(bench.term.reported()).isSameAs(bench.term.loss());
  }
}
