package dev.elbow.plugin.network.conv;

import static dev.elbow.plugin.network.conv.Networks.image;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.spi.DataShape;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Single precision, in which models are trained: its kernels are others than those of double
 * precision, above all where a build of ND4J has oneDNN, which takes floats alone.
 */
class ConvPrecisionTest {
  private static final DataShape SHAPE = image(2, 13, 10);
  private static final DataShape CODE = DataShape.vector(3);
  private static final double PRECISION = 2e-5;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{filters: [8, 16], kernel: 4, activation: tanh}",
        "{filters: [8, 16], kernel: 3, activation: tanh, batchNorm: true, finalConvolution: true}",
        "{filters: [5], kernel: 5, stride: 3, activation: elu, hidden: []}"
      })
  void outputsAndGradientsAreThoseOfDoublePrecision(String options) {
    compare(options, SHAPE, CODE);
    compare(options, CODE, SHAPE);
  }

  private static void compare(String options, DataShape from, DataShape to) {
    double[][] x = Bench.normal(7, from.features());
    Bench single = new Bench(DataType.FLOAT, true, Networks.of(options), from, to);
    Bench exact = new Bench(DataType.DOUBLE, true, Networks.of(options), from, to);
    assertClose("y", Nd4j.createFromArray(single.value(x)), Nd4j.createFromArray(exact.value(x)));
    Map<String, INDArray> gradients = single.gradients(x);
    exact
        .gradients(x)
        .forEach((name, expected) -> assertClose(name, gradients.get(name), expected));
  }

  private static void assertClose(String name, INDArray found, INDArray expected) {
    double error = found.castTo(DataType.DOUBLE).sub(expected).norm2Number().doubleValue();
    assertThat(error / expected.norm2Number().doubleValue()).as(name).isLessThan(PRECISION);
  }
}
