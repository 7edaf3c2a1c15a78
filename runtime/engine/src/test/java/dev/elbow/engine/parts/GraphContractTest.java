package dev.elbow.engine.parts;

import static dev.elbow.engine.parts.Numbers.assertClose;
import static dev.elbow.engine.parts.Numbers.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Noise;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a part may rely on: names, scopes, constants, frozen views and noise. */
class GraphContractTest {
  private final Workbench bench = new Workbench();
  private final Graph graph = bench.graph();

  private static final Initializer THREE = Initializer.constant(3);

  @Test
  void aParameterAskedForTwiceIsOne() {
    SDVariable first = graph.parameter("w", THREE, 2, 3);
    assertThat(graph.parameter("w", Initializer.zeros(), 2, 3)).isSameAs(first);
    assertThat(bench.parameters()).containsOnlyKeys("part/w");
  }

  @Test
  void aParameterAskedForWithAnotherShapeIsRefused() {
    graph.parameter("w", THREE, 2, 3);
    assertThatThrownBy(() -> graph.parameter("w", THREE, 3, 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("GRAPH-PARAMETER-SHAPE")
        .hasMessageContaining("part/w")
        .hasMessageContaining("[2, 3]")
        .hasMessageContaining("[3, 2]");
  }

  @Test
  void oneNameInTwoScopesIsTwoParameters() {
    SDVariable first = graph.scope("a").parameter("w", THREE, 1, 1);
    SDVariable second = graph.scope("b").parameter("w", Initializer.constant(4), 1, 1);
    assertThat(bench.scalar(second.sub(first))).isEqualTo(1);
    assertThat(graph.scope("a").parameter("w", THREE, 1, 1)).isSameAs(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "-a", "a#", "größe"})
  void namesThatWouldCollideOrCannotBeSavedAreRefused(String name) {
    assertThatThrownBy(() -> graph.parameter(name, THREE, 1, 1)).hasMessageContaining("GRAPH-NAME");
    assertThatThrownBy(() -> graph.scope(name)).hasMessageContaining("GRAPH-NAME");
    assertThatThrownBy(() -> graph.noise(name, Noise.UNIFORM, 1))
        .hasMessageContaining("GRAPH-NAME");
    assertThatThrownBy(() -> graph.constant(name, Nd4j.ones(1, 1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("GRAPH-NAME")
        .hasMessageContaining("part/");
  }

  @Test
  void aParameterSeenFrozenHasItsValueAndNoGradient() {
    SDVariable x = bench.input("x", new double[] {5});
    SDVariable w = graph.parameter("w", THREE, 1, 1);
    SDVariable frozen = graph.frozen().parameter("w", THREE, 1, 1);
    SDVariable y = x.mul(w).add(frozen.mul(frozen)).sum();
    assertThat(bench.scalar(y)).isEqualTo(15 + 9);
    assertThat(bench.gradient(y, w).getDouble(0)).isEqualTo(5);
  }

  @Test
  void whatEntersAFrozenViewKeepsItsGradient() {
    SDVariable x = bench.input("x", new double[] {5, 7});
    SDVariable y = graph.frozen().linear("layer", x, 2, 1);
    double[][] w = bench.parameters().get("part/layer/weight").transpose().toDoubleMatrix();
    assertClose(bench.gradientPerExample(graph.sumPerExample(y), x), w, 1e-15);
  }

  @Test
  void aFrozenViewsScopesAreFrozen() {
    SDVariable w = graph.scope("a").parameter("w", THREE, 1, 1);
    SDVariable frozen = graph.frozen().scope("a").parameter("w", THREE, 1, 1);
    assertThat(frozen).isNotSameAs(w);
    assertThat(bench.gradient(w.add(frozen.mul(10)).sum(), w).getDouble(0)).isEqualTo(1);
  }

  @Test
  void constantsTakeTheGraphsType() {
    SDVariable mask = graph.constant("mask", Nd4j.createFromArray(new float[][] {{1, 0}}));
    assertThat(mask.dataType()).isEqualTo(graph.dataType());
    assertThat(graph.constant(2).dataType()).isEqualTo(graph.dataType());
  }

  @Test
  void noiseIsAFunctionOfSeedAndIndex() {
    double[][] first = noise(1, 0);
    assertThat(noise(1, 0)).isDeepEqualTo(first);
    assertThat(noise(1, 1)[0]).doesNotContain(first[0]);
    assertThat(noise(2, 0)[0]).doesNotContain(first[0]);
  }

  private static double[][] noise(long seed, long index) {
    Workbench bench = new Workbench();
    SDVariable noise = bench.graph().noise("e", Noise.STANDARD_NORMAL, 4);
    bench.drawNoise(2, seed, index);
    return bench.matrix(noise);
  }

  @Test
  void noisesOfTwoNamesAreDifferent() {
    SDVariable a = graph.noise("a", Noise.STANDARD_NORMAL, 4);
    SDVariable b = graph.noise("b", Noise.STANDARD_NORMAL, 4);
    bench.drawNoise(1, 1, 0);
    assertThat(bench.matrix(a)[0]).doesNotContain(bench.matrix(b)[0]);
  }

  @Test
  void noiseAskedForTwiceIsOne() {
    SDVariable noise = graph.noise("e", Noise.UNIFORM, 4);
    assertThat(graph.noise("e", Noise.UNIFORM, 4)).isSameAs(noise);
  }

  @Test
  void stateIsKeptAndFollowsNoGradient() {
    SDVariable w = graph.parameter("w", THREE, 1, 1);
    SDVariable state = graph.state("running", Initializer.constant(4), 1, 1);
    assertThat(bench.scalar(state.mul(w))).isEqualTo(12);
    assertThat(bench.parameters()).containsOnlyKeys("part/w");
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "1,1,3", "1,3,1", "1,3,2", "4,1,1", "4,1,3", "4,3,1", "4,3,2"})
  void aDenseLayerSendsTheGradientToEachOfItsInputs(int batch, int inputs, int outputs) {
    double[][] x = normal(1, batch, inputs);
    SDVariable input = bench.input("x", x);
    SDVariable sum = graph.sumPerExample(graph.linear("layer", input, inputs, outputs));
    INDArray w = bench.parameters().get("part/layer/weight");
    double[][] expected = new double[batch][inputs];
    for (int i = 0; i < batch * inputs * outputs; i++) {
      int from = i / outputs % inputs;
      expected[i / outputs / inputs][from] += w.getDouble(from, i % outputs);
    }
    assertClose(bench.gradientPerExample(sum, input), expected, 1e-14);
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "1,1,3", "1,3,1", "1,3,2", "4,1,1", "4,1,3", "4,3,1", "4,3,2"})
  void aDenseLayersWeightsGetTheSumOfTheirInputs(int batch, int inputs, int outputs) {
    double[][] x = normal(1, batch, inputs);
    SDVariable y = graph.linear("layer", bench.input("x", x), inputs, outputs);
    SDVariable weight = graph.scope("layer").parameter("weight", THREE, inputs, outputs);
    double[][] expected = new double[inputs][outputs];
    for (int i = 0; i < inputs; i++) {
      int from = i;
      Arrays.fill(expected[i], 2 * Arrays.stream(x).mapToDouble(row -> row[from]).sum());
    }
    assertClose(bench.gradient(y.mul(2).sum(), weight).toDoubleMatrix(), expected, 1e-14);
  }
}
