package dev.elbow.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;

/** Batch normalisation against sums over the values of each channel. */
class BatchNormalizationTest {
  private static final double EPSILON = 1e-3;
  private static final double MOMENTUM = 0.8;

  static Stream<Arguments> batches() {
    int[][] sizes = {{4, 2, 3, 2}, {1, 3, 2, 2}, {5, 3, 1, 1}, {6, 1, 1, 1}, {1, 1, 1, 4}};
    return Arrays.stream(sizes).map(s -> Arguments.of(s[0], new DataShape(s[1], s[2], s[3])));
  }

  private static ImageLayer layer(boolean training, Images x) {
    ImageLayer layer =
        new ImageLayer(training, x, (graph, images) -> apply(graph, images, x.shape().channels()));
    layer.set("scale", values(x.shape().channels(), 0.5, 0.7));
    layer.set("shift", values(x.shape().channels(), -0.4, 0.3));
    layer.set("mean", values(x.shape().channels(), 0.2, -0.1));
    layer.set("variance", values(x.shape().channels(), 1.5, 0.6));
    return layer;
  }

  private static SDVariable apply(Graph graph, SDVariable images, int channels) {
    return graph.batchNormalization("norm", images, channels, MOMENTUM, EPSILON);
  }

  /** first, first + step, first + 2 step ... */
  private static double[] values(int length, double first, double step) {
    double[] values = new double[length];
    Arrays.setAll(values, i -> first + i * step);
    return values;
  }

  /** scale (x - m) / sqrt(v + epsilon) + shift, with m and v of each channel. */
  private static double[] normalized(
      Images x, double[] mean, double[] variance, double[] scale, double[] shift) {
    double[] y = x.values().clone();
    int positions = x.shape().height() * x.shape().width();
    for (int i = 0; i < y.length; i++) {
      int c = i / positions % x.shape().channels();
      y[i] = scale[c] * (y[i] - mean[c]) / Math.sqrt(variance[c] + EPSILON) + shift[c];
    }
    return y;
  }

  private static double[] inTraining(Images x, double[] scale, double[] shift) {
    return normalized(x, means(x), variances(x, 0), scale, shift);
  }

  private static double[] means(Images x) {
    double[] means = new double[x.shape().channels()];
    Arrays.setAll(means, c -> Arrays.stream(x.channel(c)).average().orElseThrow());
    return means;
  }

  /** The sum of squared deviations over n - fewer. */
  private static double[] variances(Images x, int fewer) {
    double[] means = means(x);
    double[] variances = new double[means.length];
    Arrays.setAll(
        variances,
        c ->
            Arrays.stream(x.channel(c)).map(v -> (v - means[c]) * (v - means[c])).sum()
                / (x.perChannel() - fewer));
    return variances;
  }

  @ParameterizedTest
  @MethodSource("batches")
  void trainingNormalisesByTheBatchsOwnMeanAndVariance(int batch, DataShape shape) {
    Images x = Images.normal(batch, shape);
    ImageLayer layer = layer(true, x);
    double[] expected = inTraining(x, layer.parameter("scale"), layer.parameter("shift"));
    assertThat(layer.value(batch, shape)).containsExactly(expected, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("batches")
  void theGradientPassesThroughTheBatchsMeanAndVariance(int batch, DataShape shape) {
    Images x = Images.normal(batch, shape);
    ImageLayer layer = layer(true, x);
    double[] a = layer.parameter("scale");
    double[] b = layer.parameter("shift");
    double[] upstream = Operation.upstream(x.values().length);
    assertThat(layer.gradient("images", upstream))
        .containsExactly(
            Images.slopes(x.values(), v -> Images.dot(upstream, inTraining(x.with(v), a, b))),
            within(1e-6));
    assertThat(layer.gradient("scale", upstream))
        .containsExactly(
            Images.slopes(a, v -> Images.dot(upstream, inTraining(x, v, b))), within(1e-6));
    assertThat(layer.gradient("shift", upstream))
        .containsExactly(
            Images.slopes(b, v -> Images.dot(upstream, inTraining(x, a, v))), within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("batches")
  void theRunningStatisticsFollowTheMeanAndTheUnbiasedVariance(int batch, DataShape shape) {
    Images x = Images.normal(batch, shape);
    ImageLayer layer = layer(true, x);
    requireKept(layer, "mean", means(x));
    requireKept(layer, "variance", variances(x, 1));
  }

  private static void requireKept(ImageLayer layer, String state, double[] now) {
    double[] expected = layer.parameter(state);
    Arrays.setAll(expected, c -> MOMENTUM * expected[c] + (1 - MOMENTUM) * now[c]);
    assertThat(layer.next(state)).containsExactly(expected, within(1e-13));
  }

  @ParameterizedTest
  @MethodSource("batches")
  void evaluationUsesTheRunningStatisticsAndKeepsThem(int batch, DataShape shape) {
    Images x = Images.normal(batch, shape);
    ImageLayer layer = layer(false, x);
    double[] expected =
        normalized(
            x,
            layer.parameter("mean"),
            layer.parameter("variance"),
            layer.parameter("scale"),
            layer.parameter("shift"));
    assertThat(layer.value(batch, shape)).containsExactly(expected, within(1e-13));
    assertThat(layer.updates("mean")).isFalse();
    assertThat(layer.updates("variance")).isFalse();
  }

  /** The trap: one value has variance 0, and n / (n - 1) does not exist. */
  @Test
  void aSingleValueAChannelBecomesTheShiftAndStaysFinite() {
    DataShape shape = new DataShape(3, 1, 1);
    Images x = Images.normal(1, shape);
    ImageLayer layer = layer(true, x);
    assertThat(layer.value(1, shape)).containsExactly(layer.parameter("shift"), within(1e-15));
    assertThat(layer.gradient("images", 2, 3, 4)).containsExactly(0, 0, 0);
    assertThat(layer.gradient("scale", 2, 3, 4)).containsExactly(0, 0, 0);
    requireKept(layer, "mean", x.values());
    requireKept(layer, "variance", new double[3]);
  }

  /** A constant channel, such as an image's black border, has variance 0 too. */
  @Test
  void aConstantChannelStaysFinite() {
    DataShape shape = new DataShape(1, 2, 2);
    Images x = new Images(3, shape, new double[12]);
    ImageLayer layer = layer(true, x);
    assertThat(layer.value(3, shape)).containsOnly(layer.parameter("shift")[0]);
    double[] gradient = layer.gradient("images", Operation.upstream(12));
    assertThat(Arrays.stream(gradient)).allMatch(Double::isFinite);
  }
}
