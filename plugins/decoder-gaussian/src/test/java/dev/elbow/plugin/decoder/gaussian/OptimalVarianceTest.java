package dev.elbow.plugin.decoder.gaussian;

import static dev.elbow.plugin.decoder.gaussian.Numbers.assertClose;
import static dev.elbow.plugin.decoder.gaussian.Numbers.average;
import static dev.elbow.plugin.decoder.gaussian.Numbers.meanSquaredError;
import static dev.elbow.plugin.decoder.gaussian.Numbers.normal;
import static dev.elbow.plugin.decoder.gaussian.Numbers.repeated;
import static dev.elbow.plugin.decoder.gaussian.Numbers.textbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.tck.Workbench;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

class OptimalVarianceTest {
  private static final String SIGMA2 = "part/sigma2";

  private final Workbench training = Workbench.training();

  private static SDVariable score(Workbench bench, double[][] x, double[][] output) {
    return Decoders.optimal(x[0].length)
        .negativeLogLikelihood(bench.graph(), bench.given("x", x), bench.given("output", output));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,3", "5,1", "5,3"})
  void inTrainingEachExampleIsScoredWithTheRootOfTheBatchsMeanSquaredError(int batch, int k) {
    double[][] x = normal(1, batch, k);
    double[][] mean = normal(2, batch, k);
    double[] expected = textbook(x, mean, Math.sqrt(meanSquaredError(x, mean)));
    assertClose(training.vector(score(training, x, mean)), expected, 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,3", "5,1", "5,3"})
  void theMeanOverTheBatchIsHalfKTimesTheLogarithmOfTwoPiEMse(int batch, int k) {
    double[][] x = normal(3, batch, k);
    double[][] mean = normal(4, batch, k);
    double expected = 0.5 * k * Math.log(2 * Math.PI * Math.E * meanSquaredError(x, mean));
    assertClose(average(training.vector(score(training, x, mean))), expected, 1e-12);
  }

  /** Of k/2 log MSE: k/2 (1 / MSE) 2 (g - x) / (B k) = (g - x) / (B MSE). */
  @ParameterizedTest
  @CsvSource({"1,1", "1,3", "5,1", "5,3"})
  void theGradientIsThatOfHalfKTimesTheLogarithmOfTheMse(int batch, int k) {
    double[][] x = normal(5, batch, k);
    double[][] mean = normal(6, batch, k);
    double[] expected = new double[batch * k];
    Arrays.setAll(
        expected,
        i -> (mean[i / k][i % k] - x[i / k][i % k]) / (batch * meanSquaredError(x, mean)));
    SDVariable loss = score(training, x, mean).mean();
    assertClose(training.gradient(loss, "output"), expected, 1e-12);
    assertClose(training.differences(loss, "output"), expected, 1e-8);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,3", "5,1", "5,3"})
  void theGradientOfEachExampleIsTrueToTheBatchsPartInIt(int batch, int k) {
    SDVariable nll = score(training, normal(5, batch, k), normal(6, batch, k));
    SDVariable loss = training.weighted(nll);
    assertClose(training.gradient(loss, "output"), training.differences(loss, "output"), 1e-7);
  }

  @ParameterizedTest
  @CsvSource({"DOUBLE, 1e-12", "FLOAT, 1e-6"})
  void aPerfectReconstructionIsScoredWithTheFloor(DataType type, double tolerance) {
    double[][] x = normal(7, 2, 3);
    Workbench bench = new Workbench(type, true);
    SDVariable nll = score(bench, x, x);
    assertClose(bench.vector(nll), textbook(x, x, Decoders.FLOOR), tolerance);
    assertClose(bench.gradient(nll.mean(), "output"), new double[6], 0);
  }

  @Test
  void theFirstBatchSetsTheRunningValue() {
    double[][] x = normal(8, 4, 3);
    double[][] mean = normal(9, 4, 3);
    score(training, x, mean);
    assertThat(training.get(SIGMA2)).containsExactly(1);
    training.step();
    assertClose(training.get(SIGMA2)[0], meanSquaredError(x, mean), 1e-14);
  }

  /** The reference weighs the batch of t steps ago by 0.99^t and divides by the weights' sum. */
  @Test
  void laterBatchesEnterAnAverageWithWeightsThatFadeByAHundredth() {
    double[][] x = new double[4][3];
    score(training, x, x);
    double sum = 0;
    double weights = 0;
    for (int t = 0; t < 20; t++) {
      double[][] batch = normal(t, 4, 3);
      training.set("output", Arrays.stream(batch).flatMapToDouble(Arrays::stream).toArray());
      training.step();
      sum = 0.99 * sum + meanSquaredError(x, batch);
      weights = 0.99 * weights + 1;
    }
    assertClose(training.get(SIGMA2)[0], sum / weights, 1e-13);
  }

  @Test
  void theRunningValueSettlesWhereTheBatchesStayTheSame() {
    Workbench bench = new Workbench(DataType.FLOAT, true);
    double[][] x = {{0.5, 0.25}};
    score(bench, x, new double[][] {{0, 0}});
    for (int t = 0; t < 50; t++) {
      bench.step();
    }
    assertClose(bench.get(SIGMA2)[0], 0.15625, 1e-6);
  }

  @Test
  void aPerfectReconstructionLeavesTheRunningValueAtTheFloor() {
    double[][] x = normal(10, 2, 3);
    score(training, x, x);
    training.step();
    assertClose(training.get(SIGMA2)[0], Decoders.FLOOR * Decoders.FLOOR, 1e-15);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "4,3"})
  void evaluationScoresWithTheRunningValueWhateverTheBatch(int batch, int k) {
    double[][] x = normal(11, batch, k);
    double[][] mean = normal(12, batch, k);
    Workbench evaluation = Workbench.evaluation();
    SDVariable nll = score(evaluation, x, mean);
    evaluation.set(SIGMA2, 0.36);
    assertClose(evaluation.vector(nll), textbook(x, mean, 0.6), 1e-12);
    assertThat(evaluation.built().updates()).isEmpty();
  }

  @Test
  void theDensityOfTheEvaluationIntegratesToOne() {
    double step = 0.01;
    double[][] grid = new double[2001][1];
    Arrays.setAll(grid, i -> new double[] {(i - 1000) * step});
    Workbench evaluation = Workbench.evaluation();
    SDVariable nll = score(evaluation, grid, repeated(new double[] {0.7}, grid.length));
    evaluation.set(SIGMA2, 0.09);
    double integral = Arrays.stream(evaluation.vector(nll)).map(v -> Math.exp(-v)).sum() * step;
    assertThat(integral).isCloseTo(1, within(1e-10));
  }

  @Test
  void samplesDeviateByTheRunningValueInTrainingToo() {
    int rows = 20_000;
    SDVariable output = training.given("output", repeated(new double[] {-3, 0.5}, rows));
    SDVariable sample = Decoders.optimal(2).sample(training.graph(), output).orElseThrow();
    training.noise(rows).set(SIGMA2, 0.09);
    double[] squares = new double[rows];
    double[][] x = training.matrix(sample);
    for (int j = 0; j < 2; j++) {
      double mean = j == 0 ? -3 : 0.5;
      int pixel = j;
      Arrays.setAll(squares, i -> Math.pow(x[i][pixel] - mean, 2));
      assertThat(average(squares)).isCloseTo(0.09, within(4.5 * 0.09 * Math.sqrt(2.0 / rows)));
    }
  }
}
