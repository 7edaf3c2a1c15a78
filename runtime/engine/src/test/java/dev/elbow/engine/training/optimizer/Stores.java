package dev.elbow.engine.training.optimizer;

import dev.elbow.engine.options.AveragingOptions;
import dev.elbow.engine.options.ClippingOptions;
import dev.elbow.engine.options.LearningRate;
import dev.elbow.engine.options.OptimizerOptions;
import dev.elbow.engine.options.TrainingOptions;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.execution.Gradient;
import dev.elbow.graph.parallel.Workers;
import dev.elbow.spi.Graph;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Parameters without a model, and optimizers for them. */
final class Stores {
  static final LearningRate RATE = new LearningRate(1e-2, LearningRate.Shape.CONSTANT, 0, 0.1, 10);
  static final double ADVERSARY_RATE = 0.5;

  static final ClippingOptions FREE = new ClippingOptions(Optional.empty(), Optional.empty());

  /** Gradient descent whose steps at a rate of 1 show the gradient itself. */
  static final OptimizerOptions PLAIN = new OptimizerOptions.Sgd(RATE, 0, false);

  /** One of each kind. */
  static final List<OptimizerOptions> ALL =
      List.of(
          new OptimizerOptions.Adam(RATE, 0.9, 0.99, 1e-8),
          new OptimizerOptions.AdamW(RATE, 0.9, 0.99, 1e-8, 0.1),
          PLAIN,
          new OptimizerOptions.Sgd(RATE, 0.9, false),
          new OptimizerOptions.Sgd(RATE, 0.9, true),
          new OptimizerOptions.AmsGrad(RATE, 0.9, 0.99, 1e-8),
          new OptimizerOptions.AdaMax(RATE, 0.9, 0.99, 1e-8),
          new OptimizerOptions.Nadam(RATE, 0.9, 0.99, 1e-8),
          new OptimizerOptions.AdaBelief(RATE, 0.9, 0.99, 1e-12),
          new OptimizerOptions.RmsProp(RATE, 0.9, 1e-8),
          new OptimizerOptions.AdaGrad(RATE, 1e-8),
          new OptimizerOptions.AdaDelta(RATE, 0.95, 1e-6));

  private Stores() {}

  /**
   * Parameters 'a' of a model and 'b' of its adversary, all of them 0.5; an empty b is left out.
   */
  static ParameterStore of(DataType type, int model, int adversary) {
    GraphBuilder builder = new GraphBuilder(type, true);
    Graph root = builder.root();
    root.parameter("a", (values, stream) -> Arrays.fill(values, 0.5), model);
    if (adversary > 0) {
      root.adversary(ADVERSARY_RATE)
          .parameter("b", (values, stream) -> Arrays.fill(values, 0.5), adversary);
    }
    return ParameterStore.create(1, builder.build());
  }

  static ParameterStore of(int model) {
    return of(DataType.FLOAT, model, 0);
  }

  static TrainingOptions options(OptimizerOptions optimizer, ClippingOptions clipping) {
    return options(optimizer, clipping, Optional.empty());
  }

  static TrainingOptions options(
      OptimizerOptions optimizer, ClippingOptions clipping, Optional<AveragingOptions> averaging) {
    return new TrainingOptions(1, 1, optimizer, clipping, averaging, Optional.empty(), 1);
  }

  static Optimizer optimizer(OptimizerOptions options, ParameterStore store) {
    return Optimizers.create(options(options, FREE), store, Workers.caller());
  }

  static INDArray vector(float... values) {
    return Nd4j.createFromArray(values);
  }

  /** A gradient that is the sum of these. */
  static List<Gradient> sum(INDArray... parts) {
    return Arrays.stream(parts).map(part -> new Gradient(part, 1)).toList();
  }

  static float[] values(ParameterStore store) {
    return store.flat().dup().data().asFloat();
  }
}
