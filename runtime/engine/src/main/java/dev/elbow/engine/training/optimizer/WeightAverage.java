package dev.elbow.engine.training.optimizer;

import dev.elbow.engine.options.AveragingOptions;
import java.util.List;

/**
 * The exponential moving average of the weights.
 *
 * <pre>
 * average = decay average + (1 - decay) weights
 * decay = min(options' decay, (1 + t) / (10 + t)) with the warm-up
 * </pre>
 *
 * <p>It begins at the first weights, of which the warm-up leaves nothing after a few steps. Source:
 * Polyak and Juditsky, Acceleration of stochastic approximation by averaging, 1992; the exponential
 * form with this warm-up is the one that TensorFlow made common.
 */
final class WeightAverage {
  private final AveragingOptions options;
  private final BlockStore values;

  WeightAverage(AveragingOptions options, List<Slab> slabs, FlatArray parameters) {
    this.options = options;
    this.values = new BlockStore(slabs, 1);
    values.copy(parameters);
  }

  /** What a step takes of the new weights. */
  float rest(long step) {
    return (float) (1 - options.at(step));
  }

  BlockStore values() {
    return values;
  }
}
