package dev.elbow.plugin.decoder.gaussian;

import static dev.elbow.plugin.decoder.gaussian.Numbers.assertClose;
import static dev.elbow.plugin.decoder.gaussian.Numbers.average;
import static dev.elbow.plugin.decoder.gaussian.Numbers.meanSquaredError;
import static dev.elbow.plugin.decoder.gaussian.Numbers.normal;
import static dev.elbow.plugin.decoder.gaussian.Numbers.repeated;
import static dev.elbow.plugin.decoder.gaussian.Numbers.sigmoid;
import static dev.elbow.plugin.decoder.gaussian.Numbers.textbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.decoder.gaussian.GaussianOptions.Mean;
import dev.elbow.plugin.decoder.gaussian.GaussianOptions.Variance;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Network;
import dev.elbow.tck.Workbench;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;

/** What holds for every variance, and the fixed and the shared one. */
class GaussianDecoderTest {
  private static final String LOG_SIGMA = "part/log-sigma";

  private final Workbench bench = Workbench.evaluation();

  private SDVariable score(Decoder decoder, double[][] x, double[][] output) {
    return decoder.negativeLogLikelihood(
        bench.graph(), bench.given("x", x), bench.given("output", output));
  }

  /** Rows that fit the decoder's output: where it is wider than the means, zeros follow. */
  private static double[][] widened(double[][] means, Decoder decoder) {
    return Arrays.stream(means)
        .map(row -> Arrays.copyOf(row, decoder.outputWidth()))
        .toArray(double[][]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "FIXED, 1, 1, 1", "FIXED, 0.5, 1, 3", "FIXED, 2.5, 4, 1", "FIXED, 0.5, 4, 3",
    "SHARED, 1, 1, 1", "SHARED, 0.5, 1, 3", "SHARED, 2.5, 4, 1", "SHARED, 0.5, 4, 3"
  })
  void theLikelihoodIsTheProductOfNormalDensities(Variance from, double sigma, int batch, int k) {
    double[][] x = normal(1, batch, k);
    double[][] mean = normal(2, batch, k);
    Decoder decoder = Decoders.of(from, k, sigma, Mean.LINEAR);
    SDVariable nll = score(decoder, x, mean);
    assertClose(bench.vector(nll), textbook(x, mean, sigma), 1e-12);
    SDVariable loss = bench.weighted(nll);
    assertClose(bench.gradient(loss, "output"), bench.differences(loss, "output"), 1e-7);
  }

  /** Before the first step every kind scores with its start, and a head of 0 adds nothing. */
  @ParameterizedTest
  @EnumSource(Variance.class)
  void aSigmoidMeanIsScoredShownAndSampledAsSuch(Variance from) {
    double[][] x = {{0.2, 0.9, 0}};
    double[] logits = {-1, 2, 0.3};
    Decoder decoder = Decoders.of(from, 3, 0.4, Mean.SIGMOID);
    double[][] mean = {Arrays.stream(logits).map(Numbers::sigmoid).toArray()};
    SDVariable nll = score(decoder, x, widened(new double[][] {logits}, decoder));
    SDVariable output = bench.given("output", new double[1][decoder.outputWidth()]);
    SDVariable shown = decoder.mean(bench.graph(), output).orElseThrow();
    assertClose(bench.vector(nll), textbook(x, mean, 0.4), 1e-12);
    assertClose(bench.vector(shown), mean[0], 1e-15);
  }

  @ParameterizedTest
  @EnumSource(Variance.class)
  void theDensityOverTheLineIntegratesToOne(Variance from) {
    double step = 0.01;
    double[][] grid = new double[2001][1];
    Arrays.setAll(grid, i -> new double[] {(i - 1000) * step});
    Decoder decoder = Decoders.of(from, 1, 0.3, Mean.LINEAR);
    double[][] output = widened(repeated(new double[] {0.7}, grid.length), decoder);
    double[] nll = bench.vector(score(decoder, grid, output));
    double integral = Arrays.stream(nll).map(v -> Math.exp(-v)).sum() * step;
    assertThat(integral).isCloseTo(1, within(1e-10));
  }

  @ParameterizedTest
  @EnumSource(Variance.class)
  void samplesHaveTheMeanAndTheDeviation(Variance from) {
    int rows = 20_000;
    double[] mean = {-3, 0.5};
    Decoder decoder = Decoders.of(from, 2, 0.3, Mean.LINEAR);
    double[][] output = widened(repeated(mean, rows), decoder);
    SDVariable sample = decoder.sample(bench.graph(), bench.given("output", output)).orElseThrow();
    double[][] x = bench.noise(rows).matrix(sample);
    for (int j = 0; j < 2; j++) {
      int pixel = j;
      double[] errors = Arrays.stream(x).mapToDouble(r -> r[pixel] - mean[pixel]).toArray();
      double variance = average(Arrays.stream(errors).map(e -> e * e).toArray());
      assertThat(average(errors)).isCloseTo(0, within(4.5 * 0.3 / Math.sqrt(rows)));
      assertThat(variance).isCloseTo(0.09, within(4.5 * 0.09 * Math.sqrt(2.0 / rows)));
    }
  }

  /** d/d log sigma of the mean -log p is k (1 - MSE / sigma^2). */
  @ParameterizedTest
  @CsvSource({"0.5", "1", "2"})
  void theLearnedSigmaSettlesAtTheRootOfTheMeanSquaredError(double factor) {
    double[][] x = normal(1, 5, 3);
    double[][] mean = normal(2, 5, 3);
    SDVariable loss = score(Decoders.of(Variance.SHARED, 3, 1, Mean.LINEAR), x, mean).mean();
    bench.set(LOG_SIGMA, Math.log(factor) + 0.5 * Math.log(meanSquaredError(x, mean)));
    assertClose(bench.gradient(loss, LOG_SIGMA)[0], 3 * (1 - 1 / (factor * factor)), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "FIXED, 1, 1, 6, 6",
    "OPTIMAL, 3, 4, 5, 60",
    "PER_PIXEL, 1, 1, 6, 12",
    "PER_PIXEL, 1, 4, 5, 40",
    "PER_PIXEL, 3, 4, 5, 120"
  })
  void theNetworkGivesAnImageOfTwiceTheChannelsWhereSigmaIsPerPixel(
      Variance from, int channels, int height, int width, int expected) {
    List<DataShape> asked = new ArrayList<>();
    Network recorder =
        (graph, input, source, target) -> {
          asked.add(target);
          return Decoders.LINEAR.apply(graph, input, source, target);
        };
    var options = new GaussianOptions(recorder, from, 1, Mean.LINEAR, Decoders.FLOOR, 5);
    Decoder decoder = Decoders.of(options, new DataShape(channels, height, width));
    SDVariable z = bench.given("z", normal(1, 3, 2));
    assertThat(bench.shape(decoder.output(bench.graph(), z))).containsExactly(3, expected);
    assertThat(decoder.outputWidth()).isEqualTo(expected);
    int numbers = from == Variance.PER_PIXEL ? 2 : 1;
    DataShape shape =
        height == 1
            ? DataShape.vector(numbers * width)
            : new DataShape(numbers * channels, height, width);
    assertThat(asked).containsExactly(shape);
  }

  @ParameterizedTest
  @EnumSource(DataValues.class)
  void itBoundsTheDensityOfAnyData(DataValues values) {
    Decoder decoder = Decoders.of(Variance.FIXED, 3, 1, Mean.LINEAR);
    assertThat(decoder.bound(values).holds()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"OPTIMAL", "PER_PIXEL"})
  void aStartBelowTheFloorIsRefused(Variance from) {
    assertThatThrownBy(() -> Decoders.of(from, 3, 0.01, Mean.LINEAR))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("DECODER-SIGMA")
        .hasMessageContaining("above the floor 0.05, found 0.01");
  }

  @Test
  void aConstantSigmaMayBeBelowTheFloor() {
    double[][] x = {{sigmoid(0.3)}};
    SDVariable nll = score(Decoders.of(Variance.FIXED, 1, 0.01, Mean.LINEAR), x, x);
    assertClose(bench.vector(nll), textbook(x, x, 0.01), 1e-12);
  }
}
