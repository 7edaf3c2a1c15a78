package dev.elbow.plugin.decoder.discretized.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.decoder.discretized.logistic.DiscretizedLogisticOptions.Mean;
import dev.elbow.plugin.decoder.discretized.logistic.DiscretizedLogisticOptions.Scale;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.tck.Workbench;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

class LikelihoodTest {
  private static final String RAW_SCALE = "part/raw-scale";
  private static final double[] LOCATIONS = {-100, -1, -0.01, 0, 0.003, 0.5, 0.998, 1, 1.5, 100};

  private final Workbench bench = Workbench.training();

  /** All levels of one pixel, a row each, for a location. */
  private static SDVariable scoreLevels(Workbench bench, double location, double scale) {
    double[][] x = new double[Reference.LEVELS][1];
    double[][] output = new double[Reference.LEVELS][];
    Arrays.setAll(x, v -> new double[] {Reference.level(v)});
    Arrays.fill(output, new double[] {location});
    return Decoders.of(Scale.SHARED, scale, 1)
        .negativeLogLikelihood(bench.graph(), bench.given("x", x), bench.given("output", output));
  }

  private static double[] reference(double location, double scale) {
    double[] expected = new double[Reference.LEVELS];
    Arrays.setAll(expected, v -> -Reference.log(v, location, scale));
    return expected;
  }

  private static double[] filled(double value) {
    double[] values = new double[Reference.LEVELS];
    Arrays.fill(values, value);
    return values;
  }

  private static void assertClose(double[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      double allowed = tolerance * Math.max(1, Math.abs(expected[i]));
      assertThat(actual[i]).describedAs("[%d]", i).isCloseTo(expected[i], within(allowed));
    }
  }

  /** In single precision x is known to 3e-8, which the scale divides. */
  @ParameterizedTest
  @CsvSource({
    "DOUBLE, 0.001, 1e-10", "DOUBLE, 0.1, 1e-12", "DOUBLE, 10, 1e-12",
    "FLOAT, 0.001, 1e-4", "FLOAT, 0.1, 3e-6", "FLOAT, 10, 3e-6"
  })
  void theProbabilitiesOfTheLevelsAreRightAndAddUpToOne(
      DataType type, double scale, double tolerance) {
    Workbench typed = new Workbench(type, false);
    SDVariable nll = scoreLevels(typed, 0, scale);
    for (double location : LOCATIONS) {
      typed.set("output", filled(location));
      double[] found = typed.vector(nll);
      double given = type == DataType.FLOAT ? (float) location : location;
      assertClose(found, reference(given, scale), tolerance);
      double total = Arrays.stream(found).map(v -> Math.exp(-v)).sum();
      assertThat(total).describedAs("at %s", location).isCloseTo(1, within(tolerance));
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,3", "4,1", "4,3"})
  void anExampleAddsUpItsPixels(int batch, int k) {
    Random random = new Random(1);
    double[][] x = new double[batch][k];
    double[][] output = new double[batch][k];
    double[] expected = new double[batch];
    for (int i = 0; i < batch; i++) {
      for (int j = 0; j < k; j++) {
        int level = (i + j) % 3 == 0 ? 255 * (i % 2) : random.nextInt(256);
        x[i][j] = Reference.level(level);
        output[i][j] = random.nextGaussian();
        expected[i] -= Reference.log(level, output[i][j], 0.3);
      }
    }
    SDVariable nll =
        Decoders.of(Scale.SHARED, 0.3, k)
            .negativeLogLikelihood(
                bench.graph(), bench.given("x", x), bench.given("output", output));
    assertClose(bench.vector(nll), expected, 1e-12);
    SDVariable loss = bench.weighted(nll);
    assertClose(bench.gradient(loss, "output"), bench.differences(loss, "output"), 1e-7);
    assertClose(bench.gradient(loss, RAW_SCALE), bench.differences(loss, RAW_SCALE), 1e-7);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "4,3"})
  void aScalePerPixelIsTheStartTimesWhatTheNetworkSays(int batch, int k) {
    Random random = new Random(2);
    double[][] x = new double[batch][k];
    double[][] output = new double[batch][2 * k];
    double[] expected = new double[batch];
    for (int i = 0; i < batch; i++) {
      Arrays.setAll(output[i], j -> random.nextGaussian());
      for (int j = 0; j < k; j++) {
        int level = random.nextInt(256);
        x[i][j] = Reference.level(level);
        expected[i] -= Reference.log(level, output[i][j], scale(0.1, output[i][k + j]));
      }
    }
    SDVariable nll =
        Decoders.of(Scale.PER_PIXEL, 0.1, k)
            .negativeLogLikelihood(
                bench.graph(), bench.given("x", x), bench.given("output", output));
    assertClose(bench.vector(nll), expected, 1e-12);
    SDVariable loss = bench.weighted(nll);
    assertClose(bench.gradient(loss, "output"), bench.differences(loss, "output"), 1e-7);
  }

  /** The floor apart: s = floor (1 + e^r (start / floor - 1)). */
  private static double scale(double start, double raw) {
    double floor = Math.exp(-7) / 2;
    return floor * (1 + Math.exp(raw) * (start / floor - 1));
  }

  @Test
  void aSigmoidBoundsTheLocation() {
    double[][] x = {{Reference.level(3), Reference.level(250)}};
    double[][] logits = {{-2, 3}};
    SDVariable nll =
        Decoders.of(Scale.SHARED, 0.2, Mean.SIGMOID, DataShape.vector(2), DataValues.UNIT_INTERVAL)
            .negativeLogLikelihood(
                bench.graph(), bench.given("x", x), bench.given("output", logits));
    double low = 1 / (1 + Math.exp(2));
    double high = 1 / (1 + Math.exp(-3));
    double expected = -Reference.log(3, low, 0.2) - Reference.log(250, high, 0.2);
    assertClose(bench.vector(nll), new double[] {expected}, 1e-12);
  }

  /** Each level meets locations and scales far beyond use, in single precision. */
  @ParameterizedTest
  @ValueSource(doubles = {-1e4, -30, 0, 30, 1e4})
  void valuesAndGradientsStayFiniteHoweverExtremeTheOutput(double raw) {
    Workbench typed = new Workbench(DataType.FLOAT, true);
    SDVariable nll = scoreLevels(typed, 0, 0.1);
    SDVariable loss = nll.sum();
    typed.set(RAW_SCALE, raw);
    for (double location : new double[] {-1e4, 0, 0.5, 2, 1e4}) {
      typed.set("output", filled(location));
      assertThat(Arrays.stream(typed.vector(nll))).allMatch(v -> Double.isFinite(v) && v >= -1e-6);
      for (String name : new String[] {"output", RAW_SCALE}) {
        assertThat(Arrays.stream(typed.gradient(loss, name))).allMatch(Double::isFinite);
      }
    }
  }

  @Test
  void theScaleStaysAboveTheFloorAndTheNearestLevelBelowCertainty() {
    double[][] x = {{Reference.level(100)}};
    SDVariable nll =
        Decoders.of(Scale.PER_PIXEL, 0.1, 1)
            .negativeLogLikelihood(
                bench.graph(),
                bench.given("x", x),
                bench.given("output", new double[] {Reference.level(100), -1e3}));
    double expected = -Reference.log(100, Reference.level(100), Math.exp(-7) / 2);
    assertClose(bench.vector(nll), new double[] {expected}, 1e-12);
    assertThat(Math.exp(-expected)).isCloseTo(0.97, within(0.005));
  }
}
