package dev.elbow.engine.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.options.AveragingOptions;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.parallel.Workers;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeightAverageTest {
  private final ParameterStore store = Stores.of(3);

  private Optimizer averaging(double decay, boolean warmup) {
    return Optimizers.create(
        Stores.options(Stores.PLAIN, Stores.FREE, Optional.of(new AveragingOptions(decay, warmup))),
        store,
        Workers.caller());
  }

  private double[] average(Optimizer optimizer) {
    return optimizer.onAverage(() -> store.flat().dup().data().asDouble());
  }

  /**
   * With w_t = w_0 - c t, the average is w_t + c d (1 - d^t) / (1 - d): it lags d / (1 - d) steps
   * behind, once the beginning is forgotten.
   */
  @Test
  void ofWeightsThatMoveSteadilyLagsBehindAsTheClosedFormSays() {
    double d = 0.9;
    Optimizer optimizer = averaging(d, false);
    for (int t = 1; t <= 60; t++) {
      optimizer.update(Stores.sum(Stores.vector(1, -2, 0)), 0.01, t - 1);
      double lag = 0.01 * d * (1 - Math.pow(d, t)) / (1 - d);
      double[] expected = {0.5 - 0.01 * t + lag, 0.5 + 0.02 * t - 2 * lag, 0.5};
      assertThat(average(optimizer)).containsExactly(expected, within(2e-6));
    }
  }

  /** a_1 = (1 a_0 + 9 w_1) / 10, a_2 = (2 a_1 + 9 w_2) / 11. */
  @Test
  void theWarmUpForgetsTheFirstWeights() {
    Optimizer optimizer = averaging(0.999, true);
    optimizer.update(Stores.sum(Stores.vector(1, 0, 0)), 1, 0);
    assertThat(average(optimizer)[0]).isCloseTo((0.5 + 9 * -0.5) / 10, within(1e-6));
    optimizer.update(Stores.sum(Stores.vector(1, 0, 0)), 1, 1);
    assertThat(average(optimizer)[0])
        .isCloseTo((2 * (0.5 + 9 * -0.5) / 10 + 9 * -1.5) / 11, within(1e-6));
  }

  @Test
  void theWarmUpEndsAtTheDecay() {
    AveragingOptions options = new AveragingOptions(0.99, true);
    assertThat(options.at(0)).isEqualTo(0.1);
    assertThat(options.at(1_000_000)).isEqualTo(0.99);
    assertThat(new AveragingOptions(0.99, false).at(0)).isEqualTo(0.99);
  }

  @Test
  void theWeightsAreBackAfterwardsToTheBit() {
    Optimizer optimizer = averaging(0.9, true);
    optimizer.update(Stores.sum(Stores.vector(0.1f, 0.2f, 0.3f)), 1, 0);
    float[] before = Stores.values(store);
    assertThat(average(optimizer)).doesNotContain(before[0], before[1], before[2]);
    assertThat(Stores.values(store)).isEqualTo(before);
  }

  @Test
  void theWeightsAreBackAfterAFailure() {
    Optimizer optimizer = averaging(0.9, true);
    optimizer.update(Stores.sum(Stores.vector(0.1f, 0.2f, 0.3f)), 1, 0);
    float[] before = Stores.values(store);
    assertThatThrownBy(
            () ->
                optimizer.onAverage(
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(Stores.values(store)).isEqualTo(before);
  }

  @Test
  void averagingDoesNotChangeHowTheWeightsMove() {
    Optimizer averaged = averaging(0.9, true);
    ParameterStore other = Stores.of(3);
    Optimizer plain = Stores.optimizer(Stores.PLAIN, other);
    for (int step = 0; step < 10; step++) {
      averaged.update(Stores.sum(Stores.vector(0.1f, 0.2f, 0.3f)), 0.1, step);
      average(averaged);
      plain.update(Stores.sum(Stores.vector(0.1f, 0.2f, 0.3f)), 0.1, step);
    }
    assertThat(Stores.values(store)).isEqualTo(Stores.values(other));
  }

  @Test
  void withoutAveragingTheWeightsThemselvesAreEvaluated() {
    Optimizer plain = Stores.optimizer(Stores.PLAIN, store);
    plain.update(Stores.sum(Stores.vector(0.25f, 0, 0)), 1, 0);
    assertThat(average(plain)).containsExactly(0.25, 0.5, 0.5);
  }
}
