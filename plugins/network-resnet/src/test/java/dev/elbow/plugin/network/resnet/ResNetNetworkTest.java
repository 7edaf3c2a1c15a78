package dev.elbow.plugin.network.resnet;

import static dev.elbow.plugin.network.resnet.Networks.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.graph.ParameterSpec;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ResNetNetworkTest {
  private static final DataShape CODE = DataShape.vector(3);

  @ParameterizedTest
  @CsvSource({"1,28,28", "2,7,5", "2,1,1", "3,1,9", "2,2,3", "1,13,6"})
  void anySizeBecomesAVectorAndComesBackExactly(int channels, int height, int width) {
    DataShape shape = image(channels, height, width);
    Network network = Networks.of("{filters: [2, 3], blocks: 2}");
    for (int batch : new int[] {1, 3}) {
      double[][] down =
          new Bench(true, network, shape, CODE).value(Bench.normal(batch, shape.features()));
      assertThat(down).hasDimensions(batch, CODE.features());
      double[][] up = new Bench(true, network, CODE, shape).value(Bench.normal(batch, 3));
      assertThat(up).hasDimensions(batch, shape.features());
    }
  }

  @Test
  void aDecoderPassesTheEncodersSizesAndFiltersBackwards() {
    Network network = Networks.of("{filters: [4, 6], blocks: 2}");
    DataShape shape = image(2, 14, 7);
    assertThat(shapes(network, shape, CODE))
        .containsEntry("stem/weight", "[3, 3, 2, 4]")
        .containsEntry("stage-0-block-0-shortcut/weight", "[1, 1, 4, 4]")
        .containsEntry("stage-1-block-0-convolution-1/weight", "[3, 3, 4, 6]")
        .containsEntry("stage-1-block-1-convolution-2/weight", "[3, 3, 6, 6]")
        .containsEntry("output/weight", "[48, 3]")
        .doesNotContainKey("stage-1-block-1-shortcut/weight")
        .hasSize(24);
    assertThat(shapes(network, CODE, shape))
        .containsEntry("projection/weight", "[3, 48]")
        .containsEntry("stage-1-block-1-convolution-1/weight", "[3, 3, 6, 6]")
        .containsEntry("stage-1-block-0-shortcut/weight", "[1, 1, 6, 4]")
        .containsEntry("stage-0-block-0-convolution-1/weight", "[3, 3, 4, 4]")
        .containsEntry("output/weight", "[3, 3, 4, 2]")
        .hasSize(24);
  }

  private static Map<String, String> shapes(Network network, DataShape from, DataShape to) {
    Map<String, String> shapes = new TreeMap<>();
    for (ParameterSpec spec : new Bench(true, network, from, to).graph().parameters()) {
      shapes.put(spec.name().substring("net/".length()), Arrays.toString(spec.shape()));
    }
    return shapes;
  }

  /** Without the weights of its last convolution a block that keeps the shape is the identity. */
  @Test
  void theShortcutOfABlockThatKeepsTheShapeIsItsInput() {
    DataShape shape = image(1, 4, 4);
    double[][] x = Bench.normal(2, 16);
    Bench one = new Bench(true, Networks.of("{filters: [2], blocks: 1}"), shape, CODE);
    Bench three = new Bench(true, Networks.of("{filters: [2], blocks: 3}"), shape, CODE);
    for (String block : List.of("stage-0-block-1", "stage-0-block-2")) {
      three.array(block + "-convolution-2/weight").assign(0);
      three.array(block + "-convolution-2/bias").assign(0);
    }
    assertThat(three.value(x)).isDeepEqualTo(one.value(x));
  }

  /** With every residual branch cut off and shortcuts that pass one channel on. */
  @Test
  void goingUpThePixelsAreRepeatedToTheExactSize() {
    DataShape shape = image(1, 3, 5);
    Bench bench =
        new Bench(true, Networks.of("{filters: [1], blocks: 1, activation: none}"), CODE, shape);
    bench.array("stage-0-block-0-convolution-2/weight").assign(0);
    bench.array("stage-0-block-0-convolution-2/bias").assign(0);
    bench.array("stage-0-block-0-shortcut/weight").assign(1);
    bench.array("stage-0-block-0-shortcut/bias").assign(0);
    bench.array("projection/weight").assign(0);
    bench.array("projection/bias").assign(Nd4j.createFromArray(1.0, 2, 3, 4, 5, 6).reshape(1, 6));
    INDArray middle = Nd4j.zeros(bench.array("output/weight").dataType(), 3, 3, 1, 1);
    middle.putScalar(new int[] {1, 1, 0, 0}, 1);
    bench.array("output/weight").assign(middle);
    bench.array("output/bias").assign(0);
    assertThat(bench.value(new double[][] {{7, 8, 9}})[0])
        .containsExactly(1, 1, 2, 2, 3, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{filters: [2, 3], blocks: 1, activation: silu}",
        "{filters: [2], blocks: 2, activation: tanh, batchNorm: true}"
      })
  void theGradientsOfAllParametersAreTheirSlopes(String options) {
    for (DataShape shape : new DataShape[] {image(1, 5, 4), image(2, 3, 3)}) {
      Network network = Networks.of(options);
      for (int batch : new int[] {1, 3}) {
        requireSlopes(new Bench(true, network, shape, CODE), Bench.normal(batch, shape.features()));
        requireSlopes(new Bench(true, network, CODE, shape), Bench.normal(batch, 3));
      }
    }
  }

  /** Along a random direction a gradient that is wrong in any value misses the slope. */
  private static void requireSlopes(Bench bench, double[][] x) {
    bench.moved();
    Map<String, INDArray> gradients = bench.gradients(x);
    bench
        .parameters()
        .forEach(
            (name, parameter) -> {
              double[][] drawn = Bench.normal(1, (int) parameter.length());
              INDArray way = Nd4j.createFromArray(drawn[0]).reshape(parameter.shape());
              double expected = bench.slope(x, parameter, way);
              double found = gradients.get(name).mul(way).sumNumber().doubleValue();
              double tolerance = 1e-9 * Math.max(1, Math.abs(expected));
              assertThat(found).describedAs(name).isCloseTo(expected, within(tolerance));
            });
  }

  @Test
  void withNormalisationConvolutionsHaveNoBiasAndEveryStateIsUpdated() {
    Network network = Networks.of("{filters: [2, 3], blocks: 2, batchNorm: true}");
    Bench bench = new Bench(true, network, image(1, 6, 6), CODE);
    List<String> parameters = bench.graph().parameters().stream().map(ParameterSpec::name).toList();
    assertThat(parameters.stream().filter(name -> name.endsWith("/bias")))
        .containsExactly("net/output/bias");
    assertThat(bench.graph().states()).hasSize(2 * (2 * 4 + 1));
    assertThat(bench.graph().updates()).hasSameSizeAs(bench.graph().states());
    Bench evaluation = new Bench(false, network, image(1, 6, 6), CODE);
    assertThat(evaluation.graph().updates()).isEmpty();
  }

  @Test
  void withNormalisationTheFirstImagesTemplateStaysUnlessItIsOnePixel() {
    Network network = Networks.of("{filters: [2], batchNorm: true}");
    assertThat(shapes(network, CODE, image(1, 4, 4))).containsKey("projection/bias");
    assertThat(shapes(network, CODE, image(3, 2, 2))).doesNotContainKey("projection/bias");
  }

  @ParameterizedTest
  @CsvSource({"5,3", "784,10"})
  void vectorsAreRefused(int from, int to) {
    assertRefused(DataShape.vector(from), DataShape.vector(to), from + " to " + to);
  }

  @Test
  void fromImageToImageIsRefused() {
    assertRefused(image(1, 4, 4), image(1, 8, 8), "1x4x4 to 1x8x8");
  }

  private static void assertRefused(DataShape from, DataShape to, String shapes) {
    assertThatThrownBy(() -> new Bench(true, Networks.of("{}"), from, to))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.id()).isEqualTo("NETWORK-SHAPE");
              assertThat(e.problem()).endsWith("found " + shapes);
              assertThat(e.fix()).contains("{type: mlp}");
            });
  }

  @Test
  void aNetworkWithoutStagesIsRefused() {
    assertThatThrownBy(() -> Networks.of("{filters: []}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("NETWORK-FILTERS");
  }
}
