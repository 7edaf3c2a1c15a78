package dev.elbow.plugin.decoder.bernoulli;

import dev.elbow.spi.Bound;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Network;
import dev.elbow.spi.Noise;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The likelihood prod_k Bernoulli(x_k; sigmoid(l_k)) with logits l:
 *
 * <pre>-log p(x|z) = sum_k softplus(l_k) - x_k l_k</pre>
 *
 * <p>in the form that is finite for every logit.
 *
 * <p>For x in {0, 1} this is a log-probability. For grey-scale x it is the customary cross-entropy,
 * the mean of the negative log-probability of images binarised at random with probability x: with
 * the KL it bounds E log p(b), b ~ Bernoulli(x), and not log p(x).
 */
final class BernoulliDecoder implements Decoder {
  private final Network network;
  private final DataShape latent;
  private final DataShape data;

  BernoulliDecoder(Network network, int latentSize, DataShape data) {
    this.network = network;
    this.latent = DataShape.vector(latentSize);
    this.data = data;
  }

  @Override
  public int outputWidth() {
    return data.features();
  }

  @Override
  public SDVariable output(Graph graph, SDVariable z) {
    return network.apply(graph.scope("network"), z, latent, data);
  }

  @Override
  public SDVariable negativeLogLikelihood(Graph graph, SDVariable x, SDVariable output) {
    // ND4J's sigmoidCrossEntropy ignores the gradient that reaches it, so its mean would not count
    return graph.sumPerExample(graph.softplus(output).sub(x.mul(output)));
  }

  @Override
  public Optional<SDVariable> mean(Graph graph, SDVariable output) {
    return Optional.of(graph.sameDiff().nn.sigmoid(output));
  }

  @Override
  public Optional<SDVariable> sample(Graph graph, SDVariable output) {
    SDVariable uniform = graph.noise("pixel", Noise.UNIFORM, data.features());
    SDVariable probability = graph.sameDiff().nn.sigmoid(output);
    return Optional.of(uniform.lt(probability).castTo(graph.dataType()));
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
