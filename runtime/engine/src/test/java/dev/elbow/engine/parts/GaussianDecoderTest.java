package dev.elbow.engine.parts;

import static dev.elbow.engine.parts.Numbers.assertClose;
import static dev.elbow.engine.parts.Numbers.normal;
import static dev.elbow.engine.parts.Numbers.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.model.ModelContext;
import dev.elbow.plugin.decoder.gaussian.GaussianDecoderFactory;
import dev.elbow.plugin.decoder.gaussian.GaussianOptions;
import dev.elbow.plugin.decoder.gaussian.GaussianOptions.Mean;
import dev.elbow.plugin.decoder.gaussian.GaussianOptions.Variance;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Initializer;
import dev.elbow.spi.Network;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;

class GaussianDecoderTest {
  private static final Network LINEAR =
      (graph, input, from, to) -> graph.linear("only", input, from.features(), to.features());

  private final Workbench bench = new Workbench();

  private static Decoder decoder(int features, Variance variance, double sigma, Mean mean) {
    return new GaussianDecoderFactory()
        .create(
            new GaussianOptions(LINEAR, variance, sigma, mean, 0.01, 5),
            new ModelContext(2, DataShape.vector(features), DataValues.REAL));
  }

  private SDVariable negativeLogLikelihood(Decoder decoder, double[][] x, double[][] output) {
    SDVariable data = bench.input("x", x);
    return decoder.negativeLogLikelihood(bench.graph(), data, bench.input("output", output));
  }

  /** -log of the normal density, from its textbook form. */
  private static double textbook(double x, double mean, double sigma) {
    double t = (x - mean) / sigma;
    return -Math.log(Math.exp(-t * t / 2) / (sigma * Math.sqrt(2 * Math.PI)));
  }

  private static double sigmoid(double v) {
    return 1 / (1 + Math.exp(-v));
  }

  @ParameterizedTest
  @CsvSource({
    "FIXED, 1, 1, 1", "FIXED, 0.5, 1, 3", "FIXED, 2.5, 4, 1", "FIXED, 0.5, 4, 3",
    "SHARED, 1, 1, 1", "SHARED, 0.5, 1, 3", "SHARED, 2.5, 4, 1", "SHARED, 0.5, 4, 3"
  })
  void theLikelihoodIsTheProductOfNormalDensities(
      Variance variance, double sigma, int features, int batch) {
    double[][] x = normal(1, batch, features);
    double[][] output = normal(2, batch, features);
    double[] expected = new double[batch];
    Arrays.setAll(expected, i -> sum(x[i], output[i], (a, m) -> textbook(a, m, sigma)));
    Decoder decoder = decoder(features, variance, sigma, Mean.LINEAR);
    assertClose(bench.vector(negativeLogLikelihood(decoder, x, output)), expected, 1e-12);
  }

  @ParameterizedTest
  @EnumSource(names = {"FIXED", "SHARED"})
  void aSigmoidMeanIsScoredAsSuch(Variance variance) {
    double[][] x = {{0.2, 0.9, 0}};
    double[][] output = {{-1, 2, 0.3}};
    double[] expected = {sum(x[0], output[0], (a, l) -> textbook(a, sigmoid(l), 0.4))};
    Decoder decoder = decoder(3, variance, 0.4, Mean.SIGMOID);
    assertClose(bench.vector(negativeLogLikelihood(decoder, x, output)), expected, 1e-13);
  }

  @ParameterizedTest
  @EnumSource(names = {"FIXED", "SHARED"})
  void theDensityOverTheLineIntegratesToOne(Variance variance) {
    double step = 0.01;
    double[][] grid = Numbers.line(10, step);
    double[][] output = Numbers.repeated(new double[] {0.7}, grid.length);
    Decoder decoder = decoder(1, variance, 0.3, Mean.LINEAR);
    double[] nll = bench.vector(negativeLogLikelihood(decoder, grid, output));
    double integral = Arrays.stream(nll).map(v -> Math.exp(-v)).sum() * step;
    assertThat(integral).isCloseTo(1, within(1e-10));
  }

  @ParameterizedTest
  @CsvSource({"FIXED, 1, 1", "FIXED, 3, 4", "SHARED, 1, 1", "SHARED, 3, 4"})
  void theSlopeInTheMeanIsTheErrorOverTheVariance(Variance variance, int features, int batch) {
    double[][] x = normal(1, batch, features);
    double[][] g = normal(2, batch, features);
    double[][] expected = new double[batch][features];
    for (int i = 0; i < batch; i++) {
      for (int j = 0; j < features; j++) {
        expected[i][j] = (g[i][j] - x[i][j]) / 0.25;
      }
    }
    SDVariable data = bench.input("x", x);
    SDVariable output = bench.input("output", g);
    SDVariable nll =
        decoder(features, variance, 0.5, Mean.LINEAR)
            .negativeLogLikelihood(bench.graph(), data, output);
    assertClose(bench.gradientPerExample(nll, output), expected, 1e-12);
  }

  /** d/d log sigma of the mean -log p is k (1 - MSE / sigma^2). */
  @ParameterizedTest
  @CsvSource({"0.5", "1", "2"})
  void theLearnedSigmaSettlesAtTheRootOfTheMeanSquaredError(double factor) {
    double[][] x = normal(1, 5, 3);
    double[][] g = normal(2, 5, 3);
    double squares = 0;
    for (int i = 0; i < 5; i++) {
      squares += sum(x[i], g[i], (a, b) -> (a - b) * (a - b));
    }
    double best = Math.sqrt(squares / 15);
    Decoder decoder = decoder(3, Variance.SHARED, 1, Mean.LINEAR);
    SDVariable loss = negativeLogLikelihood(decoder, x, g).mean();
    bench.setParameter("log-sigma", Math.log(factor * best));
    double found = bench.gradient(loss, logSigma()).getDouble(0);
    assertThat(found).isCloseTo(3 * (1 - 1 / (factor * factor)), within(1e-12));
  }

  private SDVariable logSigma() {
    return bench.graph().parameter("log-sigma", Initializer.zeros(), 1, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"FIXED", "SHARED"})
  void samplesHaveTheMeanAndTheDeviation(Variance variance) {
    int samples = 50_000;
    double[] output = {-3, 0.5};
    SDVariable rows = bench.input("output", Numbers.repeated(output, samples));
    Decoder decoder = decoder(2, variance, 0.3, Mean.LINEAR);
    SDVariable sample = decoder.sample(bench.graph(), rows).orElseThrow();
    bench.drawNoise(samples, 1, 0);
    double[][] x = bench.matrix(sample);
    for (int j = 0; j < 2; j++) {
      int pixel = j;
      double[] errors = Arrays.stream(x).mapToDouble(r -> r[pixel] - output[pixel]).toArray();
      double variances = Numbers.mean(Numbers.map(errors, v -> v * v));
      assertThat(Numbers.mean(errors)).isCloseTo(0, within(4.5 * 0.3 / Math.sqrt(samples)));
      assertThat(variances).isCloseTo(0.09, within(4.5 * 0.09 * Math.sqrt(2.0 / samples)));
    }
  }

  @Test
  void theMeanIsTheOutputOrItsSigmoid() {
    double[] output = {-3, 0.5};
    SDVariable rows = bench.input("output", output);
    Decoder linear = decoder(2, Variance.FIXED, 1, Mean.LINEAR);
    Decoder bounded = decoder(2, Variance.FIXED, 1, Mean.SIGMOID);
    double[] squashed = Numbers.map(output, GaussianDecoderTest::sigmoid);
    assertClose(bench.matrix(linear.mean(bench.graph(), rows).orElseThrow())[0], output, 0);
    assertClose(bench.matrix(bounded.mean(bench.graph(), rows).orElseThrow())[0], squashed, 1e-15);
  }

  @ParameterizedTest
  @EnumSource(DataValues.class)
  void itBoundsTheDensityOfAnyData(DataValues values) {
    assertThat(decoder(3, Variance.FIXED, 1, Mean.LINEAR).bound(values).holds()).isTrue();
  }
}
