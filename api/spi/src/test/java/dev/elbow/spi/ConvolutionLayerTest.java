package dev.elbow.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutions against loops over pixels, and their gradients against finite differences. */
class ConvolutionLayerTest {

  /** Even and odd sizes, a single row, a single pixel; kernels of both parities. */
  static Stream<Arguments> geometries() {
    int[][] images = {{2, 3, 7, 5}, {1, 1, 4, 4}, {3, 1, 1, 6}, {1, 2, 1, 1}, {2, 1, 6, 3}};
    int[][] windows = {{1, 1}, {3, 1}, {2, 2}, {3, 2}, {4, 2}, {5, 2}, {4, 3}};
    return Arrays.stream(images)
        .flatMap(
            i ->
                Arrays.stream(windows)
                    .map(w -> Arguments.of(i[0], new DataShape(i[1], i[2], i[3]), w[0], w[1])));
  }

  private static ImageLayer layer(Images x, Convolution convolution) {
    return new ImageLayer(true, x, (graph, images) -> graph.convolution("c", images, convolution));
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void aStridedConvolutionIsTheSumOverItsWindow(int batch, DataShape from, int kernel, int stride) {
    Convolution convolution = Convolution.strided(from, 2, kernel, stride);
    Images x = Images.normal(batch, from);
    ImageLayer layer = layer(x, convolution);
    double[] expected =
        PlainConvolution.strided(
            x, convolution, layer.parameter("weight"), layer.parameter("bias"));
    assertThat(layer.value(batch, convolution.to())).containsExactly(expected, within(1e-13));
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void aTransposedConvolutionSpreadsEachPixelOverItsWindow(
      int batch, DataShape to, int kernel, int stride) {
    DataShape from = Convolution.strided(to, 2, kernel, stride).to();
    Convolution convolution = Convolution.transpose(from, to, kernel, stride);
    Images x = Images.normal(batch, from);
    ImageLayer layer = layer(x, convolution);
    double[] expected =
        PlainConvolution.transposed(
            x, convolution, layer.parameter("weight"), layer.parameter("bias"));
    assertThat(layer.value(batch, to)).containsExactly(expected, within(1e-13));
  }

  /** Encoder and decoder are mirror images: {@code <w * x, y> = <x, w' * y>}. */
  @ParameterizedTest
  @MethodSource("geometries")
  void theTransposedConvolutionIsTheAdjointOfTheStridedOne(
      int batch, DataShape large, int kernel, int stride) {
    Convolution down = Convolution.strided(large, 2, kernel, stride).withoutBias();
    Convolution up = Convolution.transpose(down.to(), large, kernel, stride).withoutBias();
    Images x = Images.normal(batch, large);
    Images y = Images.normal(batch, down.to());
    ImageLayer smaller = layer(x, down);
    ImageLayer larger = layer(y, up);
    larger.set("weight", smaller.parameter("weight"));
    double there = Images.dot(smaller.value(batch, down.to()), y.values());
    double back = Images.dot(x.values(), larger.value(batch, large));
    assertThat(there).isCloseTo(back, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void theGradientsOfAStridedConvolutionAreItsSlopes(
      int batch, DataShape from, int kernel, int stride) {
    requireSlopes(batch, Convolution.strided(from, 2, kernel, stride), PlainConvolution::strided);
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void theGradientsOfATransposedConvolutionAreItsSlopes(
      int batch, DataShape to, int kernel, int stride) {
    DataShape from = Convolution.strided(to, 2, kernel, stride).to();
    requireSlopes(
        batch, Convolution.transpose(from, to, kernel, stride), PlainConvolution::transposed);
  }

  private static void requireSlopes(int batch, Convolution convolution, PlainConvolution plain) {
    Images x = Images.normal(batch, convolution.from());
    ImageLayer layer = layer(x, convolution);
    double[] upstream = Operation.upstream(batch * convolution.to().features());
    double[] w = layer.parameter("weight");
    double[] b = layer.parameter("bias");
    double[] ofImages =
        Images.slopes(
            x.values(), v -> Images.dot(upstream, plain.apply(x.with(v), convolution, w, b)));
    double[] ofWeight =
        Images.slopes(w, v -> Images.dot(upstream, plain.apply(x, convolution, v, b)));
    double[] ofBias =
        Images.slopes(b, v -> Images.dot(upstream, plain.apply(x, convolution, w, v)));
    assertThat(layer.gradient("images", upstream)).containsExactly(ofImages, within(1e-6));
    assertThat(layer.gradient("weight", upstream)).containsExactly(ofWeight, within(1e-6));
    assertThat(layer.gradient("bias", upstream)).containsExactly(ofBias, within(1e-6));
  }

  @Test
  void withoutABiasThereIsNone() {
    DataShape image = new DataShape(1, 4, 4);
    Images x = Images.normal(1, image);
    assertThat(layer(x, Convolution.strided(image, 2, 3, 2).withoutBias()).has("bias")).isFalse();
    assertThat(layer(x, Convolution.transpose(image, image, 3, 1).withoutBias()).has("bias"))
        .isFalse();
  }

  @Test
  void weightsAndBiasesStartWithinOneOverTheRootOfTheFanIn() {
    DataShape image = new DataShape(4, 4, 4);
    ImageLayer layer = layer(Images.normal(1, image), Convolution.strided(image, 64, 4, 2));
    for (String name : new String[] {"weight", "bias"}) {
      double largest = Arrays.stream(layer.parameter(name)).map(Math::abs).max().orElseThrow();
      assertThat(largest).isBetween(0.9 / 8, 1.0 / 8);
    }
  }
}
