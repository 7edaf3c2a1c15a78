package dev.elbow.plugin.divergence.stein;

import static dev.elbow.plugin.divergence.stein.PlainStein.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.divergence.stein.SteinOptions.Bandwidth;
import dev.elbow.spi.InputException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;

/** The figure that is reported. */
class SteinDiscrepancyTest {
  private static final SteinOptions FIXED = new SteinOptions(Bandwidth.FIXED, 1.1);

  @ParameterizedTest
  @CsvSource({"GAUSSIAN, MEDIAN", "GAUSSIAN, FIXED", "MIXTURE, MEDIAN", "MIXTURE, FIXED"})
  void itIsThatOfDoubleLoops(ToyPrior prior, Bandwidth bandwidth) {
    SteinOptions options = new SteinOptions(bandwidth, 0.9);
    Random random = new Random(4);
    for (int[] size : new int[][] {{1, 1}, {1, 3}, {2, 1}, {2, 2}, {7, 1}, {9, 3}}) {
      double[][] z = normal(random, size[0], size[1], 0.3, 1.2);
      assertThat(new Bench(options, prior, size[0], size[1]).reported(z))
          .describedAs("batch %d, latent %d", size[0], size[1])
          .isCloseTo(new PlainStein(z, options, prior::score).discrepancy(), within(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ToyPrior.class,
      names = {"GAUSSIAN", "MIXTURE"})
  void singlePrecisionKeepsThreeDigits(ToyPrior prior) {
    SteinOptions options = new SteinOptions(Bandwidth.MEDIAN, 1);
    double[][] z = normal(new Random(4), 60, 8, 0.8, 1.3);
    double expected = new PlainStein(z, options, prior::score).discrepancy();
    assertThat(new Bench(options, prior, 60, 8, DataType.FLOAT).reported(z))
        .isCloseTo(expected, within(1e-3 * Math.abs(expected)));
  }

  /** The discrepancy's own variance falls with the batch, so many small ones serve. */
  private static double[] values(double mean, double deviation) {
    Bench bench = new Bench(FIXED, ToyPrior.GAUSSIAN, 10, 2);
    Random random = new Random(31);
    double[] values = new double[200];
    for (int i = 0; i < values.length; i++) {
      values[i] = bench.reported(normal(random, 10, 2, mean, deviation));
    }
    return values;
  }

  private static void assertMean(double[] values, double expected) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double standardError = Math.sqrt(squares / (values.length - 1) / values.length);
    assertThat(mean).isCloseTo(expected, within(4 * standardError));
  }

  @Test
  void itIsZeroOnAverageForSamplesOfThePrior() {
    assertMean(values(0.5, Math.sqrt(1.5)), 0);
  }

  /**
   * The difference of the scores of N(m, v) and N(m', v) is (m - m') / v everywhere, so the
   * discrepancy is its square times E k(z, z'), z - z' ~ N(0, 2 v I).
   */
  @Test
  void itMeetsTheDiscrepancyOfTwoGaussiansThatAreShifted() {
    double shift = 0.8;
    double difference = 2 * Math.pow(shift / 1.5, 2);
    double width = 2 * 1.1 * 1.1;
    double meanKernel = 1 / (1 + 2 * (2 * 1.5) / width);
    assertMean(values(0.5 + shift, Math.sqrt(1.5)), difference * meanKernel);
  }

  @Test
  void itSeesACloudThatIsTooNarrowOrTooWide() {
    double same = Arrays.stream(values(0.5, Math.sqrt(1.5))).average().orElseThrow();
    for (double factor : new double[] {0.5, 2}) {
      double other = Arrays.stream(values(0.5, factor * Math.sqrt(1.5))).average().orElseThrow();
      assertThat(other).isGreaterThan(10 * Math.abs(same));
    }
  }

  @Test
  void aPriorWithoutADensityIsRefusedWithTheFix() {
    assertThatThrownBy(() -> new Bench(FIXED, ToyPrior.WITHOUT_DENSITY, 2, 2))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.id()).isEqualTo("STEIN-NO-DENSITY");
              assertThat(e.problem()).contains("the prior has no density");
              assertThat(e.fix()).contains("mmd", "adversarial");
            });
  }

  @Test
  void itIsNoBoundAndTheLogSaysWhatIsReported() {
    Bench bench = new Bench(FIXED, ToyPrior.GAUSSIAN, 2, 2);
    assertThat(bench.term.bound().holds()).isFalse();
    assertThat(bench.term.bound().reason()).contains("no value");
    assertThat(bench.term.note()).contains("kernelised Stein discrepancy");
    assertThat(bench.term.reported()).isNotSameAs(bench.term.loss());
  }
}
