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

  WeightAverage(AveragingOptions options, List<Block> blocks, FlatArray parameters) {
    this.options = options;
    this.values = new BlockStore(blocks);
    values.copy(parameters);
  }

  /** What a step takes of the new weights. */
  float rest(long step) {
    return (float) (1 - options.at(step));
  }

  /** Lets a block's new weights in. */
  void add(Block block, float[] weights, float rest) {
    Loops.average(values.of(block), weights, rest, block.length());
  }

  BlockStore values() {
    return values;
  }
}
