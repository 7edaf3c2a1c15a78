package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.spi.Bound;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;

/** Bernoulli(x; sigmoid(l)): {@code -log p(x) = softplus(l) - x l}. */
final class BernoulliPixels implements Pixels {

  @Override
  public int levels() {
    return 1;
  }

  @Override
  public SDVariable negativeLogLikelihood(Graph graph, SDVariable values, SDVariable logits) {
    return graph.softplus(logits).sub(values.mul(logits));
  }

  @Override
  public SDVariable draw(Graph graph, SDVariable logits, SDVariable uniform) {
    return uniform.lt(graph.sameDiff().nn.sigmoid(logits)).castTo(graph.dataType());
  }

  @Override
  public Bound bound(DataValues values) {
    return switch (values) {
      case BINARY -> Bound.on("log p(x)");
      case UNIT_INTERVAL -> Bound.none("grey-scale cross-entropy is not a log-probability of x");
      case REAL -> Bound.none("the data are not probabilities");
    };
  }
}
