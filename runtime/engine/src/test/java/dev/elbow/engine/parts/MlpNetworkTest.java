package dev.elbow.engine.parts;

import static dev.elbow.engine.parts.Numbers.assertClose;
import static dev.elbow.engine.parts.Numbers.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.model.ModelContext;
import dev.elbow.plugin.network.mlp.MlpNetworkFactory;
import dev.elbow.plugin.network.mlp.MlpOptions;
import dev.elbow.spi.Activation;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Network;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;

class MlpNetworkTest {
  private static final DoubleUnaryOperator RELU = v -> Math.max(0, v);
  private static final DoubleUnaryOperator LINEAR = v -> v;

  private final Workbench bench = new Workbench();

  private static Network mlp(Activation activation, Integer... hidden) {
    return new MlpNetworkFactory()
        .create(
            new MlpOptions(List.of(hidden), activation, Activation.NONE),
            new ModelContext(2, DataShape.vector(4), DataValues.REAL));
  }

  private SDVariable apply(Network network, SDVariable x, int inputs, int outputs) {
    return network.apply(bench.graph(), x, DataShape.vector(inputs), DataShape.vector(outputs));
  }

  private double[][] weights(String layer) {
    return bench.parameters().get("part/" + layer + "/weight").toDoubleMatrix();
  }

  private double[] biases(String layer) {
    return bench.parameters().get("part/" + layer + "/bias").toDoubleMatrix()[0];
  }

  /** a(x W + b) with the weights that the network made. */
  private double[][] layer(String name, double[][] x, DoubleUnaryOperator activation) {
    double[][] w = weights(name);
    double[] b = biases(name);
    double[][] y = new double[x.length][b.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < b.length; j++) {
        double sum = b[j];
        for (int k = 0; k < w.length; k++) {
          sum += x[i][k] * w[k][j];
        }
        y[i][j] = activation.applyAsDouble(sum);
      }
    }
    return y;
  }

  @ParameterizedTest
  @CsvSource({"4,3,5", "4,1,5", "1,1,1", "1,3,1", "4,3,1"})
  void itIsDenseLayersWithANonlinearityAfterEachButTheLast(int inputs, int outputs, int batch) {
    double[][] x = normal(1, batch, inputs);
    SDVariable y = apply(mlp(Activation.RELU, 6, 2), bench.input("x", x), inputs, outputs);
    double[][] found = bench.matrix(y);
    double[][] hidden = layer("hidden-1", layer("hidden-0", x, RELU), RELU);
    assertClose(found, layer("output", hidden, LINEAR), 1e-14);
  }

  @Test
  void theConfiguredNonlinearityIsUsed() {
    double[][] x = normal(1, 3, 4);
    SDVariable y = apply(mlp(Activation.TANH, 5), bench.input("x", x), 4, 2);
    double[][] found = bench.matrix(y);
    assertClose(found, layer("output", layer("hidden-0", x, Math::tanh), LINEAR), 1e-14);
  }

  @Test
  void withoutHiddenLayersItIsLinear() {
    double[][] x = normal(1, 3, 4);
    SDVariable y = apply(mlp(Activation.RELU), bench.input("x", x), 4, 2);
    double[][] found = bench.matrix(y);
    assertThat(bench.parameters()).containsOnlyKeys("part/output/weight", "part/output/bias");
    assertClose(found, layer("output", x, LINEAR), 1e-14);
  }

  @Test
  void anImageIsReadAsItsFeatures() {
    SDVariable x = bench.input("x", normal(1, 3, 12));
    SDVariable y =
        mlp(Activation.RELU, 5)
            .apply(bench.graph(), x, new DataShape(2, 2, 3), new DataShape(1, 2, 2));
    assertThat(bench.matrix(y)).hasDimensions(3, 4);
  }

  @Test
  void twoNetworksInOneGraphHaveWeightsOfTheirOwn() {
    double[][] x = normal(1, 3, 4);
    SDVariable input = bench.input("x", x);
    DataShape from = DataShape.vector(4);
    DataShape to = DataShape.vector(4);
    Network network = mlp(Activation.RELU, 5);
    SDVariable once = network.apply(bench.graph().scope("a"), input, from, to);
    SDVariable twice = network.apply(bench.graph().scope("b"), once, from, to);
    double[][] found = bench.matrix(twice);
    double[][] inner = layer("a/output", layer("a/hidden-0", x, RELU), LINEAR);
    assertClose(found, layer("b/output", layer("b/hidden-0", inner, RELU), LINEAR), 1e-14);
    assertThat(weights("a/hidden-0")).isNotEqualTo(weights("b/hidden-0"));
  }

  @Test
  void appliedTwiceInOneScopeItSharesItsWeights() {
    double[][] x = normal(1, 3, 4);
    double[][] other = normal(2, 2, 4);
    Network network = mlp(Activation.RELU, 5);
    SDVariable first = apply(network, bench.input("x", x), 4, 2);
    SDVariable second = apply(network, bench.input("other", other), 4, 2);
    double[][] found = bench.matrix(second);
    assertThat(bench.parameters()).hasSize(4);
    assertClose(found, layer("output", layer("hidden-0", other, RELU), LINEAR), 1e-14);
    assertThat(bench.matrix(first)).hasDimensions(3, 2);
  }

  /** Uniform on +-1/sqrt(n): variance 1/(3 n); the standard error of it is sqrt(4/45/m)/n. */
  @ParameterizedTest
  @ValueSource(ints = {4, 100})
  void weightsAndBiasesStartUniformWithinOneOverTheRootOfTheInputs(int inputs) {
    int outputs = 5_000;
    SDVariable x = bench.input("x", new double[inputs]);
    apply(mlp(Activation.RELU), x, inputs, outputs);
    double bound = 1 / Math.sqrt(inputs);
    double[] w = Numbers.concat(weights("output"));
    for (double[] values : new double[][] {w, biases("output")}) {
      double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
      double error = Math.sqrt(4.0 / 45 / values.length) / inputs;
      assertThat(largest).isBetween(0.99 * bound, bound);
      assertThat(Numbers.mean(Numbers.map(values, v -> v * v)))
          .isCloseTo(1.0 / 3 / inputs, within(4.5 * error));
    }
  }
}
