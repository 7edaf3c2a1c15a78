package dev.elbow.plugin.decoder.laplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.decoder.laplace.LaplaceOptions.Mean;
import dev.elbow.plugin.decoder.laplace.LaplaceOptions.Scale;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Network;
import dev.elbow.spi.Noise;
import dev.elbow.tck.TckContext;
import dev.elbow.tck.Workbench;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

class LaplaceDecoderTest {
  private static final String LOG_SCALE = "part/log-scale";
  private static final Network LINEAR =
      (graph, input, from, to) -> graph.linear("only", input, from.features(), to.features());

  private final Workbench bench = Workbench.training();

  private static Decoder decoder(int features, Scale scale, double b, Mean mean) {
    return new LaplaceDecoderFactory()
        .create(
            new LaplaceOptions(LINEAR, scale, b, mean),
            new TckContext(2, DataShape.vector(features), DataValues.REAL));
  }

  private SDVariable score(Decoder decoder, double[][] x, double[][] output) {
    return decoder.negativeLogLikelihood(
        bench.graph(), bench.given("x", x), bench.given("output", output));
  }

  /** -log of the density, as textbooks write it. */
  private static double textbook(double x, double mean, double b) {
    return -Math.log(Math.exp(-Math.abs(x - mean) / b) / (2 * b));
  }

  private static double[] textbook(double[][] x, double[][] mean, double b) {
    double[] sums = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        sums[i] += textbook(x[i][j], mean[i][j], b);
      }
    }
    return sums;
  }

  private static double[][] normal(long seed, int rows, int columns) {
    Random random = new Random(seed);
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    return values;
  }

  private static double[][] repeated(double[] row, int times) {
    double[][] rows = new double[times][];
    Arrays.fill(rows, row);
    return rows;
  }

  private static void assertClose(double[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      double allowed = tolerance * Math.max(1, Math.abs(expected[i]));
      assertThat(actual[i]).describedAs("[%d]", i).isCloseTo(expected[i], within(allowed));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FIXED, 1, 1, 1", "FIXED, 0.5, 1, 3", "FIXED, 2.5, 4, 1", "FIXED, 0.5, 4, 3",
    "SHARED, 1, 1, 1", "SHARED, 0.5, 1, 3", "SHARED, 2.5, 4, 1", "SHARED, 0.5, 4, 3"
  })
  void theLikelihoodIsTheProductOfLaplaceDensities(Scale scale, double b, int batch, int k) {
    double[][] x = normal(1, batch, k);
    double[][] mean = normal(2, batch, k);
    SDVariable nll = score(decoder(k, scale, b, Mean.LINEAR), x, mean);
    assertClose(bench.vector(nll), textbook(x, mean, b), 1e-12);
    SDVariable loss = bench.weighted(nll);
    assertClose(bench.gradient(loss, "output"), bench.differences(loss, "output"), 1e-7);
    if (scale == Scale.SHARED) {
      assertClose(bench.gradient(loss, LOG_SCALE), bench.differences(loss, LOG_SCALE), 1e-7);
    }
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void aSigmoidMeanIsScoredAndShownAsSuch(Scale scale) {
    double[][] x = {{0.2, 0.9, 0}};
    double[][] logits = {{-1, 2, 0.3}};
    double[][] mean = {Arrays.stream(logits[0]).map(l -> 1 / (1 + Math.exp(-l))).toArray()};
    Decoder decoder = decoder(3, scale, 0.4, Mean.SIGMOID);
    SDVariable nll = score(decoder, x, logits);
    SDVariable shown = decoder.mean(bench.graph(), bench.given("output", logits)).orElseThrow();
    assertClose(bench.vector(nll), textbook(x, mean, 0.4), 1e-13);
    assertClose(bench.vector(shown), mean[0], 1e-15);
  }

  /** Each half of the line is smooth, and Simpson's rule is exact to the fourth order there. */
  @ParameterizedTest
  @EnumSource(Scale.class)
  void theDensityOverTheLineIntegratesToOne(Scale scale) {
    double step = 0.005;
    double[][] grid = new double[4001][1];
    Arrays.setAll(grid, i -> new double[] {0.7 + (i - 2000) * step});
    Decoder decoder = decoder(1, scale, 0.3, Mean.LINEAR);
    double[] nll = bench.vector(score(decoder, grid, repeated(new double[] {0.7}, grid.length)));
    double integral = 0;
    for (int i = 0; i < nll.length; i++) {
      int weight = i == 0 || i == nll.length - 1 ? 1 : 2 + 2 * (i % 2);
      integral += weight * Math.exp(-nll[i]) * step / 3;
    }
    assertThat(integral).isCloseTo(1, within(1e-8));
  }

  @Test
  void theSlopeIsZeroWhereTheMeanMeetsTheData() {
    double[][] x = {{0.5, 0.25}};
    SDVariable nll = score(decoder(2, Scale.FIXED, 1, Mean.LINEAR), x, x);
    assertClose(bench.gradient(nll.sum(), "output"), new double[2], 0);
  }

  /** d/d log b of the mean -log p is k (1 - MAE / b). */
  @ParameterizedTest
  @CsvSource({"0.5", "1", "2"})
  void theLearnedScaleSettlesAtTheMeanAbsoluteError(double factor) {
    double[][] x = normal(1, 5, 3);
    double[][] mean = normal(2, 5, 3);
    double sum = 0;
    for (int i = 0; i < 15; i++) {
      sum += Math.abs(x[i / 3][i % 3] - mean[i / 3][i % 3]);
    }
    SDVariable loss = score(decoder(3, Scale.SHARED, 1, Mean.LINEAR), x, mean).mean();
    bench.set(LOG_SCALE, Math.log(factor * sum / 15));
    assertClose(bench.gradient(loss, LOG_SCALE), new double[] {3 * (1 - 1 / factor)}, 1e-12);
  }

  /** Mean 0, variance 2 b^2, mean magnitude b with variance b^2; the fourth moment is 24 b^4. */
  @ParameterizedTest
  @EnumSource(Scale.class)
  void samplesHaveTheMomentsOfTheDistribution(Scale scale) {
    int rows = 20_000;
    double b = 0.3;
    double[] mean = {-3, 0.5};
    SDVariable output = bench.given("output", repeated(mean, rows));
    Decoder decoder = decoder(2, scale, b, Mean.LINEAR);
    double[][] x = bench.noise(rows).matrix(decoder.sample(bench.graph(), output).orElseThrow());
    double root = Math.sqrt(rows);
    for (int j = 0; j < 2; j++) {
      int pixel = j;
      double[] errors = Arrays.stream(x).mapToDouble(r -> r[pixel] - mean[pixel]).toArray();
      double magnitude = Arrays.stream(errors).map(Math::abs).average().orElseThrow();
      double squares = Arrays.stream(errors).map(e -> e * e).average().orElseThrow();
      double average = Arrays.stream(errors).average().orElseThrow();
      assertThat(average).isCloseTo(0, within(4.5 * Math.sqrt(2) * b / root));
      assertThat(magnitude).isCloseTo(b, within(4.5 * b / root));
      assertThat(squares).isCloseTo(2 * b * b, within(4.5 * Math.sqrt(20) * b * b / root));
    }
  }

  /** Undone by the distribution function: 1/2 e^(x/b) below the mean, 1 - 1/2 e^(-x/b) above. */
  @ParameterizedTest
  @CsvSource({"DOUBLE, 1e-14", "FLOAT, 3e-7"})
  void aSampleIsTheQuantileOfItsNoise(DataType type, double tolerance) {
    Workbench typed = new Workbench(type, false).noise(500);
    SDVariable output = typed.given("output", new double[500][2]);
    Decoder decoder = decoder(2, Scale.FIXED, 0.3, Mean.LINEAR);
    Graph graph = typed.graph();
    double[] x = typed.vector(decoder.sample(graph, output).orElseThrow());
    double[] uniform = typed.vector(graph.noise("pixel", Noise.UNIFORM, 2));
    double[] found = new double[x.length];
    Arrays.setAll(found, i -> x[i] < 0 ? Math.exp(x[i] / 0.3) / 2 : 1 - Math.exp(-x[i] / 0.3) / 2);
    assertClose(found, uniform, tolerance);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 4"})
  void theNetworkTurnsEachCodeIntoOneMeanPerPixel(int batch, int k) {
    Decoder decoder = decoder(k, Scale.FIXED, 1, Mean.LINEAR);
    SDVariable output = decoder.output(bench.graph(), bench.given("z", normal(1, batch, 2)));
    assertThat(bench.shape(output)).containsExactly(batch, k);
    assertThat(decoder.outputWidth()).isEqualTo(k);
  }

  @ParameterizedTest
  @EnumSource(DataValues.class)
  void itBoundsTheDensityOfAnyData(DataValues values) {
    assertThat(decoder(3, Scale.FIXED, 1, Mean.LINEAR).bound(values).holds()).isTrue();
  }
}
