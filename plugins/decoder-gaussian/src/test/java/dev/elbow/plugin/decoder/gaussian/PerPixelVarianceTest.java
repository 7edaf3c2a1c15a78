package dev.elbow.plugin.decoder.gaussian;

import static dev.elbow.plugin.decoder.gaussian.Numbers.assertClose;
import static dev.elbow.plugin.decoder.gaussian.Numbers.average;
import static dev.elbow.plugin.decoder.gaussian.Numbers.beside;
import static dev.elbow.plugin.decoder.gaussian.Numbers.meanSquaredError;
import static dev.elbow.plugin.decoder.gaussian.Numbers.normal;
import static dev.elbow.plugin.decoder.gaussian.Numbers.repeated;
import static dev.elbow.plugin.decoder.gaussian.Numbers.textbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.spi.Decoder;
import dev.elbow.spi.Noise;
import dev.elbow.tck.Workbench;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

class PerPixelVarianceTest {
  private static final String SIGMA2 = "part/sigma2";
  private static final String GAIN = "part/residual-gain";
  private static final int FROM = 5;
  private static final double JUST_BEFORE = Math.nextDown(5.0);

  private final Workbench training = Workbench.training();
  private final Workbench evaluation = Workbench.evaluation();

  private static SDVariable score(Workbench bench, int from, double[][] x, double[][]... output) {
    double[][] both = output.length == 1 ? output[0] : beside(output[0], output[1]);
    return Decoders.perPixel(x[0].length, from)
        .negativeLogLikelihood(bench.graph(), bench.given("x", x), bench.given("output", both));
  }

  /** log sigma = f + log(1 + exp(r) (s/floor - 1)), from exp of both sides of the formula. */
  private static double sigma(double shared, double residual) {
    double f = Decoders.FLOOR;
    return f * (1 + Math.exp(residual) * (shared / f - 1));
  }

  private static double[] reference(
      double[][] x, double[][] mean, double[][] head, double shared, double gain) {
    double[] sums = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        sums[i] += textbook(x[i][j], mean[i][j], sigma(shared, gain * head[i][j]));
      }
    }
    return sums;
  }

  @ParameterizedTest
  @CsvSource({"1,1,0", "1,3,4.9", "5,1,2", "5,3,4.999999"})
  void theFirstPhaseScoresWithTheOptimalSigmaWhateverTheHeadSays(int batch, int k, double epoch) {
    double[][] x = normal(1, batch, k);
    double[][] mean = normal(2, batch, k);
    double[] expected = textbook(x, mean, Math.sqrt(meanSquaredError(x, mean)));
    SDVariable nll = score(training.at(epoch), FROM, x, mean, normal(3, batch, k));
    training.set(GAIN, 0.7);
    assertClose(training.vector(nll), expected, 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {5, 5.5, 100})
  void theSecondPhaseScoresWithTheHeadsSigmaAndTheFrozenOne(double epoch) {
    double[][] x = normal(1, 4, 3);
    double[][] mean = normal(2, 4, 3);
    double[][] head = normal(3, 4, 3);
    SDVariable nll = score(training.at(epoch), FROM, x, mean, head);
    training.set(GAIN, 0.7);
    training.set(SIGMA2, 0.36);
    assertClose(training.vector(nll), reference(x, mean, head, 0.6, 0.7), 1e-12);
  }

  @Test
  void thePhasesChangeAtTheEpochAndNotBefore() {
    double[][] x = normal(1, 4, 3);
    double[][] mean = normal(2, 4, 3);
    double[][] head = normal(3, 4, 3);
    SDVariable nll = score(training, FROM, x, mean, head);
    training.set(GAIN, 0.7);
    double[] shared = textbook(x, mean, Math.sqrt(meanSquaredError(x, mean)));
    assertClose(training.at(JUST_BEFORE).vector(nll), shared, 1e-12);
    assertClose(training.at(5).vector(nll), reference(x, mean, head, 1, 0.7), 1e-12);
  }

  @Test
  void theSecondPhaseBeginsWithTheSigmaThatTheFirstOneLeft() {
    double[][] x = normal(1, 4, 3);
    double[][] mean = normal(2, 4, 3);
    SDVariable nll = score(training.at(JUST_BEFORE), FROM, x, mean, normal(3, 4, 3));
    double[] last = training.vector(nll);
    training.step();
    assertClose(training.at(5).vector(nll), last, 1e-12);
  }

  @Test
  void theRunningVarianceStaysWhatItIsInTheSecondPhase() {
    double[][] x = normal(1, 4, 3);
    double[][] mean = normal(2, 4, 3);
    score(training, FROM, x, mean, normal(3, 4, 3));
    training.at(4.9).step();
    double left = training.get(SIGMA2)[0];
    assertClose(left, meanSquaredError(x, mean), 1e-14);
    training.set("x", new double[12]);
    training.at(5).step();
    assertThat(training.get(SIGMA2)).containsExactly(left);
  }

  @ParameterizedTest
  @CsvSource({"1,1,4", "5,3,4", "1,1,6", "5,3,6"})
  void theGradientOfEachExampleEqualsDifferencesInBothPhases(int batch, int k, double epoch) {
    SDVariable nll =
        score(
            training.at(epoch),
            FROM,
            normal(1, batch, k),
            normal(2, batch, k),
            normal(3, batch, k));
    training.set(GAIN, 0.7);
    training.set(SIGMA2, 0.36);
    SDVariable loss = training.weighted(nll);
    for (String name : new String[] {"output", GAIN}) {
      assertClose(training.gradient(loss, name), training.differences(loss, name), 1e-7);
    }
  }

  @Test
  void inTheFirstPhaseNoGradientReachesTheHead() {
    SDVariable nll = score(training.at(4), FROM, normal(1, 4, 3), normal(2, 4, 3), normal(3, 4, 3));
    training.set(GAIN, 0.7);
    double[] gradient = training.gradient(nll.mean(), "output");
    for (int i = 0; i < gradient.length; i++) {
      assertThat(gradient[i] == 0).describedAs("[%d]", i).isEqualTo(i % 6 >= 3);
    }
    assertThat(training.gradient(nll.mean(), GAIN)[0]).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {4, 6})
  void aHeadOfAnySizeLeavesScoresSamplesAndGradientsFinite(double epoch) {
    Workbench bench = new Workbench(DataType.FLOAT, true).at(epoch).noise(1);
    double[][] x = {{0, 1, 0.5, 0}};
    double[][] head = {{-1e4, -1e4, 1e4, 80}};
    SDVariable nll = score(bench, FROM, x, new double[][] {{0, 0, 0, 1}}, head);
    SDVariable output = bench.given("output", new double[1][8]);
    SDVariable sample = Decoders.perPixel(4, FROM).sample(bench.graph(), output).orElseThrow();
    bench.set(GAIN, 1);
    assertThat(Arrays.stream(bench.vector(nll))).allMatch(Double::isFinite);
    assertThat(Arrays.stream(bench.vector(sample))).allMatch(Double::isFinite);
    for (String name : new String[] {"output", GAIN}) {
      assertThat(Arrays.stream(bench.gradient(nll.mean(), name))).allMatch(Double::isFinite);
    }
  }

  @Test
  void noSigmaFallsBelowTheFloor() {
    SDVariable output = evaluation.given("output", new double[] {0, 0, -1e3, -2});
    SDVariable sample = Decoders.perPixel(2, FROM).sample(evaluation.graph(), output).orElseThrow();
    evaluation.set(GAIN, 1);
    evaluation.noise(1);
    SDVariable noise = evaluation.graph().noise("pixel", Noise.STANDARD_NORMAL, 2);
    double[] x = evaluation.vector(sample);
    double[] e = evaluation.vector(noise);
    assertClose(x[0] / e[0], Decoders.FLOOR, 1e-12);
    assertClose(x[1] / e[1], sigma(1, -2), 1e-12);
  }

  @Test
  void aPerfectReconstructionIsScoredJustAboveTheFloor() {
    double[][] x = normal(1, 2, 3);
    SDVariable nll = score(training.at(0), FROM, x, x, normal(3, 2, 3));
    assertClose(training.vector(nll), textbook(x, x, Decoders.FLOOR * Math.exp(1e-3)), 1e-10);
  }

  @Test
  void evaluationNeedsNoEpochAndFollowsWhatWasTrained() {
    double[][] x = normal(1, 4, 3);
    double[][] mean = normal(2, 4, 3);
    double[][] head = normal(3, 4, 3);
    SDVariable nll = score(evaluation, FROM, x, mean, head);
    evaluation.set(SIGMA2, 0.36);
    assertClose(evaluation.vector(nll), textbook(x, mean, 0.6), 1e-12);
    evaluation.set(GAIN, 0.7);
    assertClose(evaluation.vector(nll), reference(x, mean, head, 0.6, 0.7), 1e-12);
    assertThat(evaluation.built().usesEpoch()).isFalse();
    assertThat(evaluation.built().updates()).isEmpty();
  }

  @Test
  void theDensityOfTheEvaluationIntegratesToOne() {
    double step = 0.01;
    double[][] grid = new double[2001][1];
    Arrays.setAll(grid, i -> new double[] {(i - 1000) * step});
    double[][] output = repeated(new double[] {0.7, -1.5}, grid.length);
    SDVariable nll = score(evaluation, FROM, grid, output);
    evaluation.set(GAIN, 1);
    double[] density = evaluation.vector(nll);
    double integral = Arrays.stream(density).map(v -> Math.exp(-v)).sum() * step;
    assertThat(integral).isCloseTo(1, within(1e-10));
  }

  @Test
  void theDeviationOfEachPixelIsTheHeads() {
    SDVariable output = evaluation.given("output", new double[] {5, -5, 0.4, -1});
    Decoder decoder = Decoders.perPixel(2, FROM);
    SDVariable sigma = decoder.deviation(evaluation.graph(), output).orElseThrow();
    evaluation.set(GAIN, 0.7);
    evaluation.set(SIGMA2, 0.36);
    double[] expected = {sigma(0.6, 0.7 * 0.4), sigma(0.6, 0.7 * -1)};
    assertClose(evaluation.vector(sigma), expected, 1e-12);
  }

  @Test
  void oneSigmaForAllPixelsIsNoMap() {
    SDVariable output = evaluation.given("output", new double[] {5, -5});
    assertThat(Decoders.optimal(2).deviation(evaluation.graph(), output)).isEmpty();
  }

  @Test
  void samplesHaveTheHeadsDeviations() {
    int rows = 20_000;
    double[] row = {-3, 0.5, 0.4, -1};
    SDVariable output = evaluation.given("output", repeated(row, rows));
    Decoder decoder = Decoders.perPixel(2, FROM);
    SDVariable sample = decoder.sample(evaluation.graph(), output).orElseThrow();
    evaluation.noise(rows).set(GAIN, 1);
    double[][] x = evaluation.matrix(sample);
    for (int j = 0; j < 2; j++) {
      int pixel = j;
      double[] squares = new double[rows];
      Arrays.setAll(squares, i -> Math.pow(x[i][pixel] - row[pixel], 2));
      double variance = Math.pow(sigma(1, row[2 + j]), 2);
      double error = 4.5 * variance * Math.sqrt(2.0 / rows);
      assertThat(average(squares)).isCloseTo(variance, within(error));
    }
  }

  @Test
  void withoutAFirstPhaseTheHeadCountsFromTheStartAroundTheGivenSigma() {
    double[][] x = normal(1, 4, 3);
    double[][] mean = normal(2, 4, 3);
    double[][] head = normal(3, 4, 3);
    SDVariable nll = score(training, 0, x, mean, head);
    assertClose(training.vector(nll), reference(x, mean, head, 1, 1), 1e-12);
    training.step();
    assertThat(training.get(SIGMA2)).containsExactly(1);
    assertThat(training.built().usesEpoch()).isFalse();
  }
}
