package dev.elbow.engine.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.options.OptimizerOptions;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.execution.Gradient;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RulesTest {
  /** Floats against doubles: some hundred roundings of numbers near 1. */
  private static final double ROUNDING = 1e-5;

  private static final int STEPS = 300;
  private static final int SIZE = 40;

  static List<OptimizerOptions> all() {
    return Stores.ALL;
  }

  @Test
  void everyKindOfOptionsIsTriedHere() {
    Set<Class<?>> tried = new HashSet<>(all().stream().map(OptimizerOptions::getClass).toList());
    assertThat(tried).containsExactlyInAnyOrder(OptimizerOptions.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("all")
  void followsItsPaperOverManySteps(OptimizerOptions options) {
    ParameterStore store = Stores.of(SIZE);
    Optimizer optimizer = Stores.optimizer(options, store);
    Reference[] references = new Reference[SIZE];
    Arrays.setAll(references, i -> Reference.of(options, 0.5));
    Random random = new Random(5);
    for (int step = 0; step < STEPS; step++) {
      float[] gradient = gradient(random);
      optimizer.update(Stores.sum(Nd4j.createFromArray(gradient)), 1e-2, step);
      for (int i = 0; i < SIZE; i++) {
        references[i].step(gradient[i], 1e-2, step + 1);
      }
    }
    float[] values = Stores.values(store);
    for (int i = 0; i < SIZE; i++) {
      double bound = ROUNDING * Math.max(1, Math.abs(references[i].p));
      assertThat((double) values[i]).isCloseTo(references[i].p, within(bound));
    }
  }

  /** From thousandths to tens, with a slope of its own for each element. */
  private static float[] gradient(Random random) {
    float[] gradient = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      gradient[i] = (float) ((random.nextGaussian() + 0.3) * Math.pow(10, i % 5 - 3));
    }
    return gradient;
  }

  @ParameterizedTest
  @MethodSource("all")
  void aParameterWithoutGradientStaysWhereItIs(OptimizerOptions options) {
    ParameterStore store = Stores.of(3);
    Optimizer optimizer = Stores.optimizer(options, store);
    for (int step = 0; step < 50; step++) {
      optimizer.update(Stores.sum(Stores.vector(0, 1, -1)), 1e-2, step);
    }
    boolean decays = options instanceof OptimizerOptions.AdamW;
    double expected = decays ? 0.5 * Math.pow(1 - 1e-2 * 0.1, 50) : 0.5;
    assertThat((double) Stores.values(store)[0]).isCloseTo(expected, within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("all")
  void parametersInDoublesMoveToo(OptimizerOptions options) {
    ParameterStore floats = Stores.of(DataType.FLOAT, 5, 0);
    ParameterStore doubles = Stores.of(DataType.DOUBLE, 5, 0);
    INDArray gradient = Stores.vector(1, -2, 3, 0.1f, 0);
    Stores.optimizer(options, floats).update(Stores.sum(gradient), 1e-2, 0);
    Stores.optimizer(options, doubles)
        .update(Stores.sum(gradient.castTo(DataType.DOUBLE)), 1e-2, 0);
    assertThat(Stores.values(doubles)).isEqualTo(Stores.values(floats));
  }

  @Test
  void theAdversaryMovesAtItsOwnRate() {
    ParameterStore store = Stores.of(DataType.FLOAT, 2, 1);
    Stores.optimizer(Stores.PLAIN, store).update(Stores.sum(Stores.vector(1, 1, 1)), 0.25, 0);
    assertThat(Stores.values(store)).containsExactly(0.25f, 0.25f, 0f);
  }

  @Test
  void theGradientIsTheSumOfAllThatAreGiven() {
    ParameterStore store = Stores.of(2);
    Stores.optimizer(Stores.PLAIN, store)
        .update(
            Stores.sum(Stores.vector(1, 2), Stores.vector(0.5f, -2), Stores.vector(0.5f, 1)),
            0.125,
            0);
    assertThat(Stores.values(store)).containsExactly(0.25f, 0.375f);
  }

  @Test
  void thePartsOfAGradientHaveWeights() {
    ParameterStore store = Stores.of(2);
    Stores.optimizer(Stores.PLAIN, store)
        .update(
            List.of(
                new Gradient(Stores.vector(1, 2), 0.75), new Gradient(Stores.vector(1, -2), 0.25)),
            0.125,
            0);
    assertThat(Stores.values(store)).containsExactly(0.375f, 0.375f);
  }

  @Test
  void aSingleGradientMayHaveAWeightToo() {
    ParameterStore store = Stores.of(2);
    Stores.optimizer(Stores.PLAIN, store)
        .update(List.of(new Gradient(Stores.vector(1, 2), 0.5)), 0.125, 0);
    assertThat(Stores.values(store)).containsExactly(0.4375f, 0.375f);
  }
}
