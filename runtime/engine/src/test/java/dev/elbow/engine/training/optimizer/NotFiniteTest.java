package dev.elbow.engine.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.engine.options.ClippingOptions;
import dev.elbow.engine.options.OptimizerOptions;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.parallel.Workers;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.FailureException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

class NotFiniteTest {
  static Stream<Arguments> cases() {
    ClippingOptions both = new ClippingOptions(Optional.of(1.0), Optional.of(1.0));
    return Stores.ALL.stream()
        .flatMap(o -> Stream.of(Arguments.of(o, Stores.FREE), Arguments.of(o, both)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aGradientThatIsNotFiniteChangesNothing(OptimizerOptions rule, ClippingOptions clipping) {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      ParameterStore store = Stores.of(DataType.FLOAT, 3 * Block.SIZE, 10);
      Optimizer optimizer =
          Optimizers.create(Stores.options(rule, clipping), store, Workers.caller());
      float[] values = Stores.values(store);
      optimizer.update(Stores.sum(Stores.vector(values)), 1e-2, 0);
      float[] before = Stores.values(store);
      Map<String, Tensor> state = optimizer.tensors();
      values[values.length - 1] = bad;
      assertThatThrownBy(() -> optimizer.update(Stores.sum(Stores.vector(values)), 1e-2, 1))
          .isInstanceOf(FailureException.class);
      assertThat(Stores.values(store)).isEqualTo(before);
      assertThat(optimizer.tensors()).isEqualTo(state);
    }
  }

  @Test
  void theParameterAndTheStepAreNamed() {
    ParameterStore store = Stores.of(DataType.FLOAT, 2, 2);
    Optimizer optimizer = Stores.optimizer(Stores.PLAIN, store);
    assertThatThrownBy(
            () -> optimizer.update(Stores.sum(Stores.vector(1, 2, 3, Float.NaN)), 1e-2, 6))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.id()).isEqualTo("TRAIN-NOT-FINITE");
              assertThat(e.problem()).isEqualTo("the gradient of b is NaN");
              assertThat(e.place()).isEqualTo("step 7");
            });
  }

  @Test
  void aSumThatOverflowsIsNotFinite() {
    ParameterStore store = Stores.of(1);
    Optimizer optimizer = Stores.optimizer(Stores.PLAIN, store);
    float huge = Float.MAX_VALUE;
    assertThatThrownBy(
            () -> optimizer.update(Stores.sum(Stores.vector(huge), Stores.vector(huge)), 1, 0))
        .hasMessageContaining("the gradient of a is Infinity");
  }

  @Test
  void aHugeGradientThatIsFiniteIsNone() {
    ParameterStore store = Stores.of(2);
    Stores.optimizer(Stores.PLAIN, store)
        .update(Stores.sum(Stores.vector(0x1p120f, -0x1.8p121f)), 0x1p-120, 0);
    assertThat(Stores.values(store)).containsExactly(-0.5f, 3.5f);
  }
}
