package dev.elbow.plugin.prior.vamp;

import dev.elbow.spi.DataValues;
import dev.elbow.spi.Encoder;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import dev.elbow.spi.Noise;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Prior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The VampPrior p(z) = 1/K sum_k q(z|u_k): the encoder's own posteriors of K trained pseudo-inputs.
 *
 * <pre>log p(z) = log sum_k exp log q(z|u_k) - log K</pre>
 *
 * <p>It needs a posterior whose density can be evaluated at any z. Data from 0 to 1 get
 * pseudo-inputs through a sigmoid.
 *
 * <p>Source: Tomczak and Welling, VAE with a VampPrior, 2018.
 */
final class VampPrior implements Prior {
  private final int components;
  private final int latent;
  private final int features;
  private final boolean bounded;
  private final Encoder encoder;

  VampPrior(VampOptions options, PartContext context) {
    this.components = options.components();
    this.latent = context.latentSize();
    this.features = context.dataShape().features();
    this.bounded = context.dataValues() != DataValues.REAL;
    this.encoder = context.encoder();
  }

  @Override
  public Optional<SDVariable> logDensity(Graph graph, SDVariable z) {
    SDVariable parameters = encoder.parameters(graph, pseudoInputs(graph));
    int count = encoder.posterior().parameterCount();
    // every pair of an example and a component becomes a row
    SDVariable zeros = graph.sameDiff().stack(2, graph.rowSums(z).mul(0));
    SDVariable allParameters = graph.sameDiff().stack(0, parameters).add(zeros);
    INDArray none = Nd4j.zeros(1, components, 1);
    SDVariable allZ = graph.sameDiff().stack(1, z).add(graph.constant("pairs", none));
    SDVariable rows = graph.sameDiff().reshape(allParameters, -1, count);
    SDVariable codes = graph.sameDiff().reshape(allZ, -1, latent);
    return encoder
        .posterior()
        .logDensity(graph.scope("posterior"), rows, codes)
        .map(each -> graph.sameDiff().reshape(each, -1, components))
        .map(each -> graph.logSumExp(each, 1).sub(Math.log(components)));
  }

  @Override
  public SDVariable sample(Graph graph) {
    SDVariable parameters = encoder.parameters(graph, pseudoInputs(graph));
    SDVariable chosen = graph.stopGradient(chosen(graph));
    SDVariable own = graph.product(chosen, parameters, components);
    return encoder.posterior().sample(graph.scope("posterior"), own).z();
  }

  /** {@code [batch, components]}, one 1 in each row: components are equally likely. */
  private SDVariable chosen(Graph graph) {
    INDArray starts = Nd4j.zeros(1, components);
    for (int k = 0; k < components; k++) {
      starts.putScalar(0, k, k);
    }
    SDVariable position = graph.noise("component", Noise.UNIFORM, 1).mul(components);
    SDVariable offset = position.sub(graph.constant("starts", starts));
    SDVariable above = offset.gte(0).castTo(graph.dataType());
    return above.mul(offset.lt(1).castTo(graph.dataType()));
  }

  private SDVariable pseudoInputs(Graph graph) {
    Initializer start = Initializer.normal(bounded ? 1 : 0.1);
    SDVariable raw = graph.parameter("pseudo-inputs", start, components, features);
    return bounded ? graph.sameDiff().nn.sigmoid(raw) : raw;
  }
}
