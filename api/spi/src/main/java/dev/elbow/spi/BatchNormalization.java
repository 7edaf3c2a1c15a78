package dev.elbow.spi;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Batch normalisation composed of plain operations: ND4J's own loses its axis when the gradient's
 * graph is made, and does not compute the statistics.
 *
 * <p>Everything has four dimensions, because ND4J fails to reduce matrices over a size of 1.
 */
final class BatchNormalization {
  private final Graph graph;
  private final SameDiff sameDiff;
  private final double momentum;
  private final double epsilon;
  private final SDVariable mean;
  private final SDVariable variance;
  private final SDVariable scale;
  private final SDVariable shift;

  BatchNormalization(Graph graph, int channels, double momentum, double epsilon) {
    this.graph = graph;
    this.sameDiff = graph.sameDiff();
    this.momentum = momentum;
    this.epsilon = epsilon;
    this.mean = graph.state("mean", Initializer.zeros(), 1, channels, 1, 1);
    this.variance = graph.state("variance", Initializer.constant(1), 1, channels, 1, 1);
    this.scale = graph.parameter("scale", Initializer.constant(1), 1, channels, 1, 1);
    this.shift = graph.parameter("shift", Initializer.zeros(), 1, channels, 1, 1);
  }

  SDVariable apply(SDVariable x) {
    if (!graph.training()) {
      return normalized(x.sub(mean), variance);
    }
    SDVariable batchMean = x.mean(true, 0, 2, 3);
    SDVariable deviation = x.sub(batchMean);
    SDVariable batchVariance = deviation.mul(deviation).mean(true, 0, 2, 3);
    keep(mean, batchMean);
    keep(variance, batchVariance.mul(unbiasing(x, batchMean)));
    return normalized(deviation, batchVariance);
  }

  /** The factors are joined first: they are small, the deviation is not. */
  private SDVariable normalized(SDVariable deviation, SDVariable spread) {
    SDVariable factor = scale.mul(sameDiff.math.rsqrt(spread.add(epsilon)));
    return deviation.mul(factor).add(shift);
  }

  private void keep(SDVariable running, SDVariable now) {
    graph.update(running, running.mul(momentum).add(now.mul(1 - momentum)));
  }

  /** n / (n - 1) for n values a channel; 1 for a single one, whose variance is 0. */
  private SDVariable unbiasing(SDVariable x, SDVariable perChannel) {
    SDVariable count = size(x).div(size(perChannel));
    return count.div(sameDiff.math.max(count.sub(1), graph.constant(1)));
  }

  private SDVariable size(SDVariable x) {
    return sameDiff.size(x).castTo(graph.dataType());
  }
}
