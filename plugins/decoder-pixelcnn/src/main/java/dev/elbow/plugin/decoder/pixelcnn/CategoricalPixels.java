package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.spi.Bound;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/** One of 256 levels k/255: {@code -log P(k) = log sum_j exp(l_j) - l_k}. */
final class CategoricalPixels implements Pixels {
  private static final int LEVELS = 256;

  @Override
  public int levels() {
    return LEVELS;
  }

  @Override
  public SDVariable negativeLogLikelihood(Graph graph, SDVariable values, SDVariable logits) {
    SameDiff sd = graph.sameDiff();
    SDVariable greatest = greatest(graph, logits);
    SDVariable total = sd.math.exp(logits.sub(greatest)).sum(true, 1);
    SDVariable chosen = logits.mul(oneHot(graph, values)).sum(true, 1);
    return sd.math.log(total).add(greatest).sub(chosen);
  }

  private static SDVariable oneHot(Graph graph, SDVariable values) {
    SameDiff sd = graph.sameDiff();
    SDVariable level = sd.math.round(sd.reshape(values, -1).mul(LEVELS - 1));
    SDVariable index = sd.math.clipByValue(level, 0, LEVELS - 1).castTo(DataType.INT32);
    return sd.oneHot(index, LEVELS, 1, 1, 0, graph.dataType());
  }

  /** The level at which the distribution function passes the uniform number. */
  @Override
  public SDVariable draw(Graph graph, SDVariable logits, SDVariable uniform) {
    SameDiff sd = graph.sameDiff();
    SDVariable weights = sd.math.exp(logits.sub(greatest(graph, logits)));
    SDVariable reached = sd.cumsum(weights, 1);
    SDVariable threshold = uniform.mul(weights.sum(true, 1));
    SDVariable below = reached.lt(threshold).castTo(graph.dataType()).sum(true, 1);
    return sd.math.clipByValue(below, 0, LEVELS - 1).div(LEVELS - 1);
  }

  /** It cancels in value and gradient, so it is held constant. */
  private static SDVariable greatest(Graph graph, SDVariable logits) {
    return graph.stopGradient(logits.max(true, 1));
  }

  @Override
  public Bound bound(DataValues values) {
    return switch (values) {
      case BINARY, UNIT_INTERVAL -> Bound.on("log P(x), x of 256 levels");
      case REAL -> Bound.none("the data are not levels from 0 to 255, divided by 255");
    };
  }
}
