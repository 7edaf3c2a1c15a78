package dev.elbow.plugin.decoder.discretized.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.decoder.discretized.logistic.DiscretizedLogisticOptions.Mean;
import dev.elbow.plugin.decoder.discretized.logistic.DiscretizedLogisticOptions.Scale;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Network;
import dev.elbow.tck.Workbench;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/** Mean, samples, shapes and what the figures bound. */
class DiscretizedLogisticDecoderTest {

  private static double[][] repeated(double[] row, int times) {
    double[][] rows = new double[times][];
    Arrays.fill(rows, row);
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "DOUBLE, 0.001, 0.00196",
    "DOUBLE, 0.01, 1e-4",
    "DOUBLE, 0.1, 1e-5",
    "DOUBLE, 5, 1e-6",
    "FLOAT, 0.001, 0.00196",
    "FLOAT, 0.1, 2e-5",
    "FLOAT, 5, 2e-5"
  })
  void theMeanIsThatOfTheLevelsToWithinHalfAStep(DataType type, double scale, double tolerance) {
    double[] locations = {-3, -0.01, 0, 0.2501, 0.7, 1, 1.2};
    Workbench bench = new Workbench(type, false);
    SDVariable output = bench.given("output", locations);
    Decoder decoder = Decoders.of(Scale.SHARED, scale, locations.length);
    double[] mean = bench.vector(decoder.mean(bench.graph(), output).orElseThrow());
    for (int j = 0; j < locations.length; j++) {
      assertThat(mean[j])
          .describedAs("at %s", locations[j])
          .isCloseTo(Reference.mean(locations[j], scale), within(tolerance));
    }
  }

  @ParameterizedTest
  @EnumSource(Scale.class)
  void samplesAreLevelsWithTheProbabilitiesAsFrequencies(Scale scale) {
    int rows = 50_000;
    double start = 0.004;
    double[] locations = {0.001, 0.5, 1.01};
    Workbench bench = new Workbench(DataType.FLOAT, false).noise(rows);
    Decoder decoder = Decoders.of(scale, start, 3);
    double[] row = Arrays.copyOf(locations, decoder.outputWidth());
    SDVariable output = bench.given("output", repeated(row, rows));
    double[][] x = bench.matrix(decoder.sample(bench.graph(), output).orElseThrow());
    for (int j = 0; j < 3; j++) {
      int[] counts = new int[Reference.LEVELS];
      for (double[] sample : x) {
        int level = (int) Math.round(sample[j] * 255);
        assertThat((float) sample[j]).isEqualTo(level / 255f);
        counts[level]++;
      }
      for (int v = 0; v < Reference.LEVELS; v++) {
        double p = Reference.probability(v, locations[j], start);
        double error = Math.sqrt(p * (1 - p) / rows);
        assertThat((double) counts[v] / rows)
            .describedAs("level %d of pixel %d", v, j)
            .isCloseTo(p, within(5 * error + 3.0 / rows));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SHARED, 1, 1, 6, 6",
    "SHARED, 3, 4, 5, 60",
    "PER_PIXEL, 1, 1, 6, 12",
    "PER_PIXEL, 1, 4, 5, 40",
    "PER_PIXEL, 3, 4, 5, 120"
  })
  void theNetworkGivesAnImageOfTwiceTheChannelsWhereTheScaleIsPerPixel(
      Scale scale, int channels, int height, int width, int expected) {
    List<DataShape> asked = new ArrayList<>();
    Network recorder =
        (graph, input, source, target) -> {
          asked.add(target);
          return Decoders.LINEAR.apply(graph, input, source, target);
        };
    DataShape data = new DataShape(channels, height, width);
    Decoder decoder =
        Decoders.of(recorder, scale, 0.1, Mean.LINEAR, data, DataValues.UNIT_INTERVAL);
    Workbench bench = Workbench.training();
    SDVariable output = decoder.output(bench.graph(), bench.given("z", repeated(new double[2], 3)));
    assertThat(bench.shape(output)).containsExactly(3, expected);
    assertThat(decoder.outputWidth()).isEqualTo(expected);
    int numbers = scale == Scale.PER_PIXEL ? 2 : 1;
    DataShape shape =
        height == 1
            ? DataShape.vector(numbers * width)
            : new DataShape(numbers * channels, height, width);
    assertThat(asked).containsExactly(shape);
  }

  @ParameterizedTest
  @EnumSource(DataValues.class)
  void itBoundsTheProbabilityOfLevelsAlone(DataValues values) {
    Decoder decoder = Decoders.of(Scale.SHARED, 0.1, 3);
    assertThat(decoder.bound(values).holds()).isEqualTo(values != DataValues.REAL);
  }

  @ParameterizedTest
  @CsvSource({"REAL, real values, laplace", "BINARY, zeros and ones alone, bernoulli"})
  void dataOfOtherKindsAreRefusedWithTheDecoderForThem(
      DataValues values, String found, String better) {
    assertThatThrownBy(
            () -> Decoders.of(Scale.SHARED, 0.1, Mean.LINEAR, DataShape.vector(3), values))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("DECODER-DATA")
        .hasMessageContainingAll(found, better);
  }
}
