package dev.elbow.plugin.posterior.diagonal;

import dev.elbow.plugin.posterior.diagonal.DiagonalOptions.Spread;
import dev.elbow.spi.GaussianMoments;
import dev.elbow.spi.Graph;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Noise;
import dev.elbow.spi.Posterior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The Gaussian with independent dimensions, N(mu, diag sigma^2).
 *
 * <pre>
 * z        = mu + sigma e,   e ~ N(0, I),   sigma = exp(l / 2)
 * log q(z) = log N(e; 0, I) - 1/2 sum_i l_i
 * </pre>
 *
 * <p>Shapes: parameters {@code [batch, 2 latent]}, mu first and l = log sigma^2 second, or l / 2 if
 * the options say so.
 *
 * <p>Source: Kingma and Welling, Auto-Encoding Variational Bayes, 2014.
 */
final class DiagonalPosterior implements Posterior {

  /** exp of it stays finite in single precision, and so does its square. */
  private static final double LOG_VARIANCE_LIMIT = 40;

  private final int latent;
  private final Spread spread;

  DiagonalPosterior(int latent, Spread spread) {
    this.latent = latent;
    this.spread = spread;
  }

  @Override
  public int parameterCount() {
    return 2 * latent;
  }

  @Override
  public LatentSample sample(Graph graph, SDVariable parameters) {
    SDVariable mean = mean(graph, parameters);
    SDVariable logVariance = logVariance(graph, parameters);
    SDVariable noise = graph.noise("epsilon", Noise.STANDARD_NORMAL, latent);
    SDVariable z = mean.add(graph.sameDiff().math.exp(logVariance.mul(0.5)).mul(noise));
    return LatentSample.of(z, density(graph, noise, logVariance))
        .withMoments(GaussianMoments.independent(mean, logVariance));
  }

  @Override
  public Optional<SDVariable> logDensity(Graph graph, SDVariable parameters, SDVariable z) {
    SDVariable logVariance = logVariance(graph, parameters);
    SDVariable precision = graph.sameDiff().math.exp(logVariance.mul(-0.5));
    return Optional.of(density(graph, z.sub(mean(graph, parameters)).mul(precision), logVariance));
  }

  private SDVariable density(Graph graph, SDVariable standardised, SDVariable logVariance) {
    return graph
        .standardNormalLogDensity(standardised)
        .sub(graph.sumPerExample(logVariance).mul(0.5));
  }

  private SDVariable mean(Graph graph, SDVariable parameters) {
    return graph.columns(parameters, 0, latent);
  }

  private SDVariable logVariance(Graph graph, SDVariable parameters) {
    SDVariable half = graph.columns(parameters, latent, 2 * latent);
    SDVariable raw = spread.factor() == 1 ? half : half.mul(spread.factor());
    return graph.sameDiff().math.clipByValue(raw, -LOG_VARIANCE_LIMIT, LOG_VARIANCE_LIMIT);
  }
}
