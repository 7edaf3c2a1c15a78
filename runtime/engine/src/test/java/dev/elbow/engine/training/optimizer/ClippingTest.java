package dev.elbow.engine.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.options.ClippingOptions;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.execution.Gradient;
import dev.elbow.graph.parallel.Workers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What is left of a gradient, seen in a step of plain gradient descent at a rate of 1. */
class ClippingTest {

  @Test
  void aLongGradientIsScaledToTheLimitAndKeepsItsDirection() {
    assertThat(clip(Optional.of(2.5), Optional.empty(), 3, -4))
        .containsExactly(new double[] {1.5, -2}, within(1e-6));
  }

  @Test
  void aShortGradientIsLeftAlone() {
    assertThat(clip(Optional.of(6.0), Optional.empty(), 3, -4)).containsExactly(3, -4);
  }

  @Test
  void elementsAreCutAtTheirLimit() {
    assertThat(clip(Optional.empty(), Optional.of(3.5), 3, -4)).containsExactly(3, -3.5);
  }

  @Test
  void elementsAreCutBeforeTheNormIsTaken() {
    assertThat(clip(Optional.of(2.5), Optional.of(3.0), 4, -400))
        .containsExactly(new double[] {2.5 / Math.sqrt(2), -2.5 / Math.sqrt(2)}, within(1e-6));
  }

  @Test
  void aGradientWhoseSquaresNoFloatHoldsIsScaledToo() {
    assertThat(clip(Optional.of(2.5), Optional.empty(), 3e30f, -4e30f))
        .containsExactly(new double[] {1.5, -2}, within(1e-6));
  }

  @Test
  void theNormIsThatOfTheSum() {
    ParameterStore store = Stores.of(2);
    step(
        store,
        new ClippingOptions(Optional.of(2.5), Optional.empty()),
        Stores.sum(Stores.vector(1, -8), Stores.vector(2, 4)));
    assertThat(moved(store)).containsExactly(new double[] {1.5, -2}, within(1e-6));
  }

  @Test
  void theModelAndItsAdversaryHaveNormsOfTheirOwn() {
    ParameterStore store = Stores.of(DataType.FLOAT, 2, 2);
    step(
        store,
        new ClippingOptions(Optional.of(2.5), Optional.empty()),
        Stores.sum(Stores.vector(3, -4, 0.3f, 0.4f)));
    double rate = Stores.ADVERSARY_RATE;
    assertThat(moved(store))
        .containsExactly(new double[] {1.5, -2, rate * 0.3, rate * 0.4}, within(1e-6));
  }

  @Test
  void theNormOfManyElementsIsExactToFloatPrecision() {
    int n = 3 * 256 * Block.SIZE + 5;
    ParameterStore store = Stores.of(n);
    INDArray gradient = store.flat().dup().assign(2);
    step(store, new ClippingOptions(Optional.of(1.0), Optional.empty()), Stores.sum(gradient));
    assertThat(moved(store)[n - 1]).isCloseTo(1 / Math.sqrt(n), within(1e-7));
  }

  private static double[] clip(Optional<Double> norm, Optional<Double> value, float... gradient) {
    ParameterStore store = Stores.of(gradient.length);
    step(store, new ClippingOptions(norm, value), Stores.sum(Stores.vector(gradient)));
    return moved(store);
  }

  private static void step(
      ParameterStore store, ClippingOptions clipping, List<Gradient> gradients) {
    Optimizers.create(Stores.options(Stores.PLAIN, clipping), store, Workers.caller())
        .update(gradients, 1, 0);
  }

  private static double[] moved(ParameterStore store) {
    return store.flat().rsub(0.5).data().asDouble();
  }
}
