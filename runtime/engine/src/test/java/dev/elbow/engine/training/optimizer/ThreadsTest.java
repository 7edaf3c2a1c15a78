package dev.elbow.engine.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.engine.options.AveragingOptions;
import dev.elbow.engine.options.ClippingOptions;
import dev.elbow.engine.options.OptimizerOptions;
import dev.elbow.engine.options.TrainingOptions;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.parallel.Workers;
import dev.elbow.runs.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ThreadsTest {
  /** Several slabs, the last block of each group in part. */
  private static final int MODEL = 3 * 256 * Block.SIZE + 77;

  private static final int ADVERSARY = 256 * Block.SIZE + 1;

  static List<OptimizerOptions> all() {
    return Stores.ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  void theNumberOfThreadsChangesNoBit(OptimizerOptions options) {
    Map<String, Tensor> one = train(options, 1);
    assertThat(train(options, 2)).isEqualTo(one);
    assertThat(train(options, 3)).isEqualTo(one);
  }

  /** Everything is on: two gradients, both limits, an adversary and averaging. */
  private static Map<String, Tensor> train(OptimizerOptions optimizer, int threads) {
    ParameterStore store = Stores.of(DataType.FLOAT, MODEL, ADVERSARY);
    TrainingOptions options =
        Stores.options(
            optimizer,
            new ClippingOptions(Optional.of(3.0), Optional.of(1.5)),
            Optional.of(new AveragingOptions(0.9, true)));
    Random random = new Random(9);
    try (Workers workers = Workers.of(threads)) {
      Optimizer trained = Optimizers.create(options, store, workers);
      for (int step = 0; step < 3; step++) {
        trained.update(Stores.sum(gradient(random), gradient(random)), 1e-2, step);
      }
      Map<String, Tensor> tensors = trained.tensors();
      tensors.put(
          "average",
          trained.onAverage(
              () -> new Tensor(new long[] {MODEL + ADVERSARY}, Stores.values(store))));
      return tensors;
    }
  }

  private static INDArray gradient(Random random) {
    float[] values = new float[MODEL + ADVERSARY];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return Nd4j.createFromArray(values);
  }
}
