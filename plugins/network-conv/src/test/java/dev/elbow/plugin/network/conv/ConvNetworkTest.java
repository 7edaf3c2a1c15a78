package dev.elbow.plugin.network.conv;

import static dev.elbow.plugin.network.conv.Networks.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.ParameterSpec;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Network;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Shapes, layers and gradients in both directions. */
class ConvNetworkTest {
  private static final DataShape CODE = DataShape.vector(3);

  @ParameterizedTest
  @CsvSource({
    "1,28,28", "3,32,32", "2,7,5", "1,5,7", "2,1,1", "3,1,9", "1,9,1", "2,2,3", "1,13,17", "4,1,2"
  })
  void anySizeBecomesAVectorAndComesBackExactly(int channels, int height, int width) {
    DataShape shape = image(channels, height, width);
    for (String options :
        new String[] {
          "{filters: [2, 3, 2], hidden: [4], kernel: 3}",
          "{filters: [3], hidden: [], kernel: 4, finalConvolution: true}",
          "{filters: [2, 2], hidden: [], kernel: 5, stride: 3}"
        }) {
      Network network = Networks.of(options);
      for (int batch : new int[] {1, 3}) {
        double[][] down =
            new Bench(true, network, shape, CODE).value(Bench.normal(batch, shape.features()));
        assertThat(down).hasDimensions(batch, CODE.features());
        double[][] up = new Bench(true, network, CODE, shape).value(Bench.normal(batch, 3));
        assertThat(up).hasDimensions(batch, shape.features());
      }
    }
  }

  @Test
  void aDecoderPassesTheEncodersSizesAndFiltersBackwards() {
    Network network = Networks.of("{filters: [4, 6, 8], kernel: 3, hidden: [10, 9]}");
    DataShape shape = image(2, 28, 13);
    assertThat(shapes(network, shape, CODE))
        .containsEntry("convolution-0/weight", "[3, 3, 2, 4]")
        .containsEntry("convolution-1/weight", "[3, 3, 4, 6]")
        .containsEntry("convolution-2/weight", "[3, 3, 6, 8]")
        .containsEntry("hidden-0/weight", "[64, 10]")
        .containsEntry("hidden-1/weight", "[10, 9]")
        .containsEntry("output/weight", "[9, 3]")
        .hasSize(12);
    assertThat(shapes(network, CODE, shape))
        .containsEntry("hidden-1/weight", "[3, 9]")
        .containsEntry("hidden-0/weight", "[9, 10]")
        .containsEntry("projection/weight", "[10, 64]")
        .containsEntry("transposed-2/weight", "[3, 3, 6, 8]")
        .containsEntry("transposed-1/weight", "[3, 3, 4, 6]")
        .containsEntry("output/weight", "[3, 3, 2, 4]")
        .hasSize(12);
  }

  private static Map<String, String> shapes(Network network, DataShape from, DataShape to) {
    Map<String, String> shapes = new TreeMap<>();
    for (ParameterSpec spec : new Bench(true, network, from, to).graph().parameters()) {
      shapes.put(spec.name().substring("net/".length()), Arrays.toString(spec.shape()));
    }
    return shapes;
  }

  @Test
  void anEncoderIsConvolutionsAndDenseLayersWithoutANonlinearityOnTheLast() {
    DataShape shape = image(2, 5, 4);
    Bench bench =
        new Bench(
            true,
            Networks.of("{filters: [3, 2], kernel: 3, hidden: [4], activation: tanh}"),
            shape,
            CODE);
    double[][] x = Bench.normal(2, shape.features());
    double[][] y = bench.value(x);
    for (int i = 0; i < x.length; i++) {
      Plain h = new Plain(shape, x[i]);
      h = h.strided(3, 3, 2, layer(bench, "convolution-0")).map(Math::tanh);
      h = h.strided(2, 3, 2, layer(bench, "convolution-1")).map(Math::tanh);
      h = h.dense(4, layer(bench, "hidden-0")).map(Math::tanh);
      assertThat(y[i]).containsExactly(h.dense(3, layer(bench, "output")).values(), within(1e-13));
    }
  }

  @Test
  void aDecoderIsDenseLayersAndTransposedConvolutionsWithoutANonlinearityOnTheLast() {
    DataShape shape = image(2, 5, 4);
    Bench bench =
        new Bench(
            true,
            Networks.of("{filters: [3, 2], kernel: 4, hidden: [4], activation: tanh}"),
            CODE,
            shape);
    double[][] z = Bench.normal(2, 3);
    double[][] y = bench.value(z);
    for (int i = 0; i < z.length; i++) {
      Plain h = new Plain(CODE, z[i]).dense(4, layer(bench, "hidden-0")).map(Math::tanh);
      h = h.dense(4, layer(bench, "projection")).map(Math::tanh).as(image(2, 2, 1));
      h = h.transposed(image(3, 3, 2), 4, 2, layer(bench, "transposed-1")).map(Math::tanh);
      assertThat(y[i])
          .containsExactly(
              h.transposed(shape, 4, 2, layer(bench, "output")).values(), within(1e-13));
    }
  }

  private static double[][] layer(Bench bench, String name) {
    return new double[][] {
      bench.array(name + "/weight").dup('c').data().asDouble(),
      bench.array(name + "/bias").dup('c').data().asDouble()
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{filters: [2, 3], kernel: 3, hidden: [3], activation: silu}",
        "{filters: [2, 2], kernel: 4, hidden: [3], activation: tanh, finalConvolution: true}",
        "{filters: [2, 2], kernel: 3, hidden: [3], activation: silu, batchNorm: true}",
        "{body: vanilla-vae, filters: [2, 2], activation: silu}"
      })
  void theGradientsOfAllParametersAreTheirSlopes(String options) {
    for (DataShape shape : new DataShape[] {image(1, 5, 4), image(2, 3, 3)}) {
      Network network = Networks.of(options);
      requireSlopes(new Bench(true, network, shape, CODE), Bench.normal(3, shape.features()));
      requireSlopes(new Bench(true, network, CODE, shape), Bench.normal(3, 3));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{filters: [2, 3], kernel: 3, hidden: [3], activation: silu}",
        "{filters: [2, 2], kernel: 3, hidden: [], activation: silu, batchNorm: true}"
      })
  void theGradientsAreRightForABatchOfOne(String options) {
    DataShape shape = image(1, 7, 5);
    Network network = Networks.of(options);
    requireSlopes(new Bench(true, network, shape, CODE), Bench.normal(1, shape.features()));
    requireSlopes(new Bench(true, network, DataShape.vector(1), shape), new double[][] {{0.7}});
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
  void appliedTwiceInOneScopeItSharesItsWeightsAndTheFirstUpdateCounts() {
    Network network = Networks.of("{filters: [2], hidden: [], batchNorm: true}");
    DataShape shape = image(1, 4, 4);
    GraphBuilder builder = new GraphBuilder(DataType.DOUBLE, true);
    Graph scope = builder.root().scope("net");
    SDVariable first = network.apply(scope, builder.input("a", 16), shape, CODE);
    int parameters = builder.build().parameters().size();
    SDVariable update = builder.build().updates().get("net/convolution-0-norm/mean");
    SDVariable second = network.apply(scope, builder.input("b", 16), shape, CODE);
    assertThat(second).isNotSameAs(first);
    assertThat(builder.build().parameters()).hasSize(parameters);
    assertThat(builder.build().updates().get("net/convolution-0-norm/mean")).isSameAs(update);
  }
}
