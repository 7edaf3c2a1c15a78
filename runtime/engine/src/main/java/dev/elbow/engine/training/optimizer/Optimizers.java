package dev.elbow.engine.training.optimizer;

import dev.elbow.engine.options.TrainingOptions;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.parallel.Workers;

/** Makes the optimizer that a configuration names. */
public final class Optimizers {
  private Optimizers() {}

  /**
   * A new optimizer, with nothing remembered.
   *
   * @param options the rule and the limits of the gradient
   * @param parameters it moves
   * @param workers that share each pass; their number changes no bit of the result
   */
  public static Optimizer create(
      TrainingOptions options, ParameterStore parameters, Workers workers) {
    return new FlatOptimizer(options, parameters, workers);
  }
}
