package dev.elbow.plugin.decoder.gaussian;

import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The mean squared error per pixel: of the batch at hand, and as it runs on for evaluation, where
 * the data that are scored must have no part in sigma.
 *
 * <p>The running value v is the exponential moving average of the batches' values s, corrected for
 * its start, so that the first batch sets it:
 *
 * <pre>
 * w' = b w + (1 - b),   a = (1 - b) / w',   v' = (1 - a) v + a s,   w = 0 at first,   b = 0.99
 * </pre>
 *
 * <p>Both values are at least floor^2.
 *
 * @param start v before the first batch is start^2
 * @param floor the least standard deviation
 * @param features the number of pixels
 */
record RunningVariance(double start, double floor, int features) {

  /** Remembers some hundred batches: their noise is averaged out, an epoch ago is forgotten. */
  static final double DECAY = 0.99;

  /** The running value, a scalar. */
  SDVariable value(Graph graph) {
    return state(graph).sum();
  }

  /**
   * The batch's value, a scalar.
   *
   * @param squares |error|^2 of each example, {@code [batch]}
   */
  SDVariable ofBatch(Graph graph, SDVariable squares) {
    SDVariable mean = squares.mean().mul(1.0 / features);
    return graph.sameDiff().math.max(mean, graph.constant(floor * floor));
  }

  /**
   * Lets the running value follow a batch's.
   *
   * @param share of the batch: 1 to follow, 0 to stay, a scalar
   */
  void follow(Graph graph, SDVariable ofBatch, SDVariable share) {
    SDVariable weight = graph.state("sigma2-weight", Initializer.zeros(), 1, 1);
    SDVariable nextWeight = weight.mul(DECAY).add(1 - DECAY);
    graph.update(weight, nextWeight);
    SDVariable step = nextWeight.rdiv(1 - DECAY).mul(share);
    SDVariable kept = state(graph).mul(step.rsub(1));
    graph.update(state(graph), kept.add(step.mul(ofBatch)));
  }

  private SDVariable state(Graph graph) {
    return graph.state("sigma2", Initializer.constant(start * start), 1, 1);
  }
}
