package dev.elbow.engine.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.options.AveragingOptions;
import dev.elbow.engine.options.LearningRate;
import dev.elbow.engine.options.OptimizerOptions;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.parallel.Workers;
import dev.elbow.runs.Tensor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class DenormalsTest {
  /** They forget so fast that a hundred steps are enough to leave a float's range. */
  static List<OptimizerOptions> all() {
    LearningRate rate = Stores.RATE;
    return List.of(
        new OptimizerOptions.Adam(rate, 0.3, 0.4, 1e-8),
        new OptimizerOptions.AdamW(rate, 0.3, 0.4, 1e-8, 0.1),
        Stores.PLAIN,
        new OptimizerOptions.Sgd(rate, 0.3, false),
        new OptimizerOptions.Sgd(rate, 0.3, true),
        new OptimizerOptions.AmsGrad(rate, 0.3, 0.4, 1e-8),
        new OptimizerOptions.AdaMax(rate, 0.3, 0.4, 1e-8),
        new OptimizerOptions.Nadam(rate, 0.3, 0.4, 1e-8),
        new OptimizerOptions.AdaBelief(rate, 0.3, 0.4, 1e-12),
        new OptimizerOptions.RmsProp(rate, 0.4, 1e-8),
        new OptimizerOptions.AdaGrad(rate, 1e-8),
        new OptimizerOptions.AdaDelta(rate, 0.4, 1e-6));
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsRememberedOfADeadUnitNeverBecomesDenormal(OptimizerOptions options) {
    ParameterStore store = Stores.of(6);
    Optimizer optimizer = Stores.optimizer(options, store);
    optimizer.update(Stores.sum(Stores.vector(1, -1, 1e-3f, 1e-20f, -1e-30f, 1e-40f)), 1e-2, 0);
    for (int step = 1; step < 300; step++) {
      optimizer.update(Stores.sum(Stores.vector(0, 0, 0, 0, 0, 0)), 1e-2, step);
      requireNormal(optimizer, step);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aGradientThatIsAlmostNothingLeavesNoDenormal(OptimizerOptions options) {
    float[] tiny = new float[80];
    for (int i = 0; i < tiny.length; i++) {
      tiny[i] = (float) ((i % 2 * 2 - 1) * Math.pow(10, -10 - i * 0.436));
    }
    assertThat(Math.abs(tiny[79])).isStrictlyBetween(0f, 1e-44f);
    ParameterStore store = Stores.of(tiny.length);
    Optimizer optimizer = Stores.optimizer(options, store);
    INDArray gradient = Stores.vector(tiny);
    for (int step = 0; step < 50; step++) {
      optimizer.update(Stores.sum(gradient), 1e-2, step);
      requireNormal(optimizer, step);
    }
  }

  @Test
  void theFirstMomentOfADeadUnitEndsAtZero() {
    ParameterStore store = Stores.of(2);
    Optimizer optimizer = Stores.optimizer(Stores.ALL.get(0), store);
    optimizer.update(Stores.sum(Stores.vector(1, -1)), 1e-2, 0);
    for (int step = 1; step < 1000; step++) {
      optimizer.update(Stores.sum(Stores.vector(0, 0)), 1e-2, step);
    }
    assertThat(optimizer.tensors().get("optimizer.m").data()).containsOnly(0f);
  }

  @Test
  void theAverageOfWeightsThatAreZeroNeverBecomesDenormal() {
    ParameterStore store = Stores.of(2);
    Optimizer optimizer =
        Optimizers.create(
            Stores.options(
                Stores.PLAIN, Stores.FREE, Optional.of(new AveragingOptions(0.9, false))),
            store,
            Workers.caller());
    optimizer.update(Stores.sum(Stores.vector(0.5f, 0.5f)), 1, 0);
    for (int step = 1; step < 1000; step++) {
      optimizer.update(Stores.sum(Stores.vector(0, 0)), 1, step);
      optimizer.onAverage(
          () -> {
            requireNormal(Stores.values(store), "average");
            return true;
          });
    }
  }

  /** The tricks cost no precision where an update can feel it. */
  @Test
  void ordinaryNumbersKeepTheirPrecision() {
    for (float x = 1e-12f; x < 1e12f; x *= 1.7f) {
      for (float signed : new float[] {x, -x}) {
        assertThat(Denormals.rounded(signed)).isEqualTo(signed);
        assertThat(Denormals.fading(signed)).isEqualTo(signed);
      }
    }
    for (float x = 1e-7f; x < 1e12f; x *= 1.7f) {
      assertThat(Denormals.square(x)).isCloseTo(x * x, within(x * x * 2e-7f));
    }
  }

  private static void requireNormal(Optimizer optimizer, int step) {
    for (var entry : optimizer.tensors().entrySet()) {
      Tensor tensor = entry.getValue();
      requireNormal(tensor.data(), entry.getKey() + " at step " + step);
    }
  }

  private static void requireNormal(float[] values, String what) {
    for (float value : values) {
      if (value != 0 && Math.abs(value) < Float.MIN_NORMAL) {
        fail("%s holds %s", what, value);
      }
    }
  }
}
