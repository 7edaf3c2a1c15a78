package dev.elbow.plugin.divergence.adversarial;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.Divergence;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Latent;
import dev.elbow.spi.Network;
import dev.elbow.spi.Term;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A game on the codes z ~ q(z): a discriminator T, a network from a code to one number, learns to
 * tell them from samples y of the prior, and the encoder learns to be taken for the prior.
 *
 * <pre>
 * discriminator: L = mean softplus(-T(y)) + mean softplus(T(z)),  z and y held constant
 * encoder:           softplus(-T(z)),                             T's parameters held constant
 * </pre>
 *
 * <p>The encoder's loss is the non-saturating one, {@code [batch]}. What is reported is {@code log
 * 2 - L / 2} in nats, a scalar: for every T its expectation is at most the Jensen-Shannon
 * divergence of q(z) and p(z), and equal to it for {@code T = log p - log q}. It is negative while
 * T does worse than a guess.
 *
 * <p>A prior with parameters learns nothing from this term: its samples are held constant.
 *
 * <p>Sources: Goodfellow et al., Generative Adversarial Nets, 2014, section 3 and theorem 1;
 * Makhzani et al., Adversarial Autoencoders, 2016.
 */
final class AdversarialDivergence implements Divergence {
  private static final DataShape ONE_NUMBER = DataShape.vector(1);

  private final Network network;
  private final double learningRate;
  private final DataShape code;

  AdversarialDivergence(AdversarialOptions options, int latent) {
    this.network = options.network();
    this.learningRate = options.learningRate();
    this.code = DataShape.vector(latent);
  }

  @Override
  public Term build(Graph graph, Latent batch) {
    Graph discriminator = graph.adversary(learningRate).scope("discriminator");
    SDVariable z = batch.sample().z();
    SDVariable y = batch.priorSample();
    SDVariable ofSamples = judge(discriminator, graph.stopGradient(y));
    SDVariable ofCodes = judge(discriminator, graph.stopGradient(z));
    SDVariable adversary =
        graph.softplus(ofSamples.neg()).mean().add(graph.softplus(ofCodes).mean());
    // the adversary has made the parameters by now: made frozen first, they would be the model's
    SDVariable fooled = judge(discriminator.frozen(), z);
    return Term.notABound(
            graph.softplus(fooled.neg()),
            "the game compares q(z) of all data with p(z), and no bound on log p(x) holds it")
        .reporting(adversary.mul(-0.5).add(Math.log(2)))
        .withAdversary(adversary)
        .withUnit("nats")
        .withNote("reports log 2 - L / 2, at most the Jensen-Shannon divergence");
  }

  /** T, {@code [batch, latent]} to {@code [batch]}. */
  private SDVariable judge(Graph discriminator, SDVariable codes) {
    SDVariable column = network.apply(discriminator, codes, code, ONE_NUMBER);
    return discriminator.sumPerExample(column);
  }
}
