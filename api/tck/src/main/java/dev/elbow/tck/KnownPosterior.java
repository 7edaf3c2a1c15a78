package dev.elbow.tck;

import dev.elbow.spi.GaussianMoments;
import dev.elbow.spi.Graph;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Noise;
import dev.elbow.spi.Posterior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** N(mu, diag exp(l)) with parameters (mu, l): the posterior beside the part under test. */
record KnownPosterior(int latent) implements Posterior {
  static final String NOISE = "epsilon";

  /** Keeps exp(l) finite in single precision. */
  private static final double LIMIT = 40;

  @Override
  public int parameterCount() {
    return 2 * latent;
  }

  @Override
  public LatentSample sample(Graph graph, SDVariable parameters) {
    SDVariable noise = graph.noise(NOISE, Noise.STANDARD_NORMAL, latent);
    SDVariable l = logVariance(graph, parameters);
    SDVariable deviation = graph.sameDiff().math.exp(l.mul(0.5));
    SDVariable mean = graph.columns(parameters, 0, latent);
    return LatentSample.of(mean.add(deviation.mul(noise)), density(graph, noise, l))
        .withMoments(GaussianMoments.independent(mean, l));
  }

  @Override
  public Optional<SDVariable> logDensity(Graph graph, SDVariable parameters, SDVariable z) {
    SDVariable l = logVariance(graph, parameters);
    SDVariable offset = z.sub(graph.columns(parameters, 0, latent));
    SDVariable standardised = offset.mul(graph.sameDiff().math.exp(l.mul(-0.5)));
    return Optional.of(density(graph, standardised, l));
  }

  private SDVariable logVariance(Graph graph, SDVariable parameters) {
    SDVariable raw = graph.columns(parameters, latent, 2 * latent);
    return graph.sameDiff().math.clipByValue(raw, -LIMIT, LIMIT);
  }

  private static SDVariable density(Graph graph, SDVariable noise, SDVariable logVariance) {
    return graph.standardNormalLogDensity(noise).sub(graph.sumPerExample(logVariance).mul(0.5));
  }
}
