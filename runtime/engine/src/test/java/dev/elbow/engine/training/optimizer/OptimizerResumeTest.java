package dev.elbow.engine.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.engine.options.AveragingOptions;
import dev.elbow.engine.options.OptimizerOptions;
import dev.elbow.engine.options.TrainingOptions;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.parallel.Workers;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.InputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class OptimizerResumeTest {
  private static final int SIZE = 5;
  private static final Optional<AveragingOptions> AVERAGING =
      Optional.of(new AveragingOptions(0.9, true));

  static Stream<Arguments> cases() {
    return Stores.ALL.stream()
        .flatMap(o -> Stream.of(Arguments.of(o, Optional.empty()), Arguments.of(o, AVERAGING)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void goesOnToTheSameBits(OptimizerOptions options, Optional<AveragingOptions> averaging) {
    Run whole = new Run(options, averaging);
    whole.train(0, 20);
    Run begun = new Run(options, averaging);
    begun.train(0, 11);
    Run resumed = new Run(options, averaging);
    resumed.restore(begun.checkpoint());
    resumed.train(11, 20);
    assertThat(resumed.checkpoint()).isEqualTo(whole.checkpoint());
    assertThat(Stores.values(resumed.store)).isEqualTo(Stores.values(whole.store));
  }

  @Test
  void adamsMomentsKeepTheirNamesInACheckpoint() {
    Run run = new Run(Stores.ALL.get(0), Optional.empty());
    run.train(0, 1);
    assertThat(run.optimizer.tensors()).containsOnlyKeys("optimizer.m", "optimizer.v");
  }

  @Test
  void theCheckpointOfAnotherOptimizerIsRefused() {
    Run adam = new Run(Stores.ALL.get(0), Optional.empty());
    Run rms = new Run(new OptimizerOptions.RmsProp(Stores.RATE, 0.9, 1e-8), Optional.empty());
    assertThatThrownBy(() -> rms.restore(adam.checkpoint()))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.id()).isEqualTo("CHECKPOINT-MISMATCH");
              assertThat(e.problem())
                  .isEqualTo(
                      "expected optimizer.v of 5 values each, found optimizer.m, optimizer.v");
              assertThat(e.place()).isEqualTo("here");
            });
  }

  @Test
  void averagingCannotBeginOrEndInTheMiddle() {
    Run plain = new Run(Stores.PLAIN, Optional.empty());
    Run averaged = new Run(Stores.PLAIN, AVERAGING);
    assertThatThrownBy(() -> averaged.restore(plain.checkpoint()))
        .hasMessageContaining("found no tensors of an optimizer");
    assertThatThrownBy(() -> plain.restore(averaged.checkpoint()))
        .hasMessageContaining("expected no tensors of an optimizer");
  }

  /** Parameters, optimizer, and what a training does with them. */
  private static final class Run {
    final ParameterStore store = Stores.of(SIZE);
    final Optimizer optimizer;

    Run(OptimizerOptions optimizer, Optional<AveragingOptions> averaging) {
      TrainingOptions options = Stores.options(optimizer, Stores.FREE, averaging);
      this.optimizer = Optimizers.create(options, store, Workers.caller());
    }

    void train(int from, int to) {
      for (int step = from; step < to; step++) {
        float[] gradient = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
          gradient[i] = (float) Math.sin(step * (i + 1.0));
        }
        INDArray array = Nd4j.createFromArray(gradient);
        optimizer.update(Stores.sum(array), 1e-2, step);
      }
    }

    Map<String, Tensor> checkpoint() {
      Map<String, Tensor> tensors = new LinkedHashMap<>(optimizer.tensors());
      tensors.put(
          "a", optimizer.onAverage(() -> new Tensor(new long[] {SIZE}, Stores.values(store))));
      return tensors;
    }

    void restore(Map<String, Tensor> tensors) {
      store.flat().assign(Nd4j.createFromArray(tensors.get("a").data()));
      optimizer.restore(tensors, "here");
    }
  }
}
