package dev.elbow.plugin.posterior.ar1;

import dev.elbow.plugin.posterior.ar1.Ar1Options.Scale;
import dev.elbow.spi.GaussianMoments;
import dev.elbow.spi.Graph;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Noise;
import dev.elbow.spi.Posterior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The Gaussian with first-order autoregressive correlation, C = D^1/2 R D^1/2 with R_ij = rho^|i-j|
 * and D = s I, or one variance s_i for each dimension.
 *
 * <pre>
 * u_1 = e_1,   u_j = rho u_(j-1) + sqrt(1 - rho^2) e_j,   z = mu + sqrt(s) u,   e ~ N(0, I)
 * log det R = (d - 1) log(1 - rho^2)
 * log q(z)  = log N(e; 0, I) - 1/2 sum_i log s_i - 1/2 log det R
 * KL(q || N(0, I)) = 1/2 [ |mu|^2 + sum_i (s_i - 1 - log s_i) - log det R ]
 * </pre>
 *
 * <p>Shapes: parameters {@code [batch, latent + 2]} (or {@code 2 latent + 1}): mu, then r with rho
 * = maxCorrelation tanh(r), then log s.
 *
 * <p>Source: the rho-VAE paper, with the innovation's sqrt(1 - rho^2) that its recursion lacks and
 * the recursion on u, so that mu does not leak into later dimensions.
 */
final class Ar1Posterior implements Posterior {
  private static final double LOG_VARIANCE_LIMIT = 40;

  private final int latent;
  private final int scales;
  private final double maxCorrelation;

  Ar1Posterior(int latent, Ar1Options options) {
    this.latent = latent;
    this.scales = options.scale() == Scale.SHARED ? 1 : latent;
    this.maxCorrelation = options.maxCorrelation();
  }

  @Override
  public int parameterCount() {
    return latent + 1 + scales;
  }

  @Override
  public LatentSample sample(Graph graph, SDVariable parameters) {
    Parts q = parts(graph, parameters);
    SDVariable noise = graph.noise("epsilon", Noise.STANDARD_NORMAL, latent);
    SDVariable u = Recursion.solve(graph, q.rho, noise.mul(innovationScale(graph, q)), latent);
    SDVariable z = q.mean.add(exp(q.logVariance.mul(0.5)).mul(u));
    return LatentSample.of(z, density(graph, noise, q))
        .withMoments(GaussianMoments.correlated(q.mean, q.logVariance, logDetR(graph, q)));
  }

  @Override
  public Optional<SDVariable> logDensity(Graph graph, SDVariable parameters, SDVariable z) {
    Parts q = parts(graph, parameters);
    SDVariable u = z.sub(q.mean).mul(exp(q.logVariance.mul(-0.5)));
    SDVariable innovations =
        Recursion.apply(graph, q.rho, u, latent).div(innovationScale(graph, q));
    return Optional.of(density(graph, innovations, q));
  }

  private SDVariable density(Graph graph, SDVariable innovations, Parts q) {
    SDVariable logDeterminant = graph.sumPerExample(q.logVariance).add(logDetR(graph, q));
    return graph.standardNormalLogDensity(innovations).sub(logDeterminant.mul(0.5));
  }

  private SDVariable logDetR(Graph graph, Parts q) {
    return graph.sumPerExample(q.logOneMinusRhoSquared.mul(latent - 1));
  }

  /** {@code [batch, latent]}: 1 for the first dimension, sqrt(1 - rho^2) for the others. */
  private SDVariable innovationScale(Graph graph, Parts q) {
    INDArray notFirst = Nd4j.ones(1, latent);
    notFirst.putScalar(0, 0, 0);
    SDVariable exponent = graph.constant("not-first", notFirst).mul(0.5);
    return exp(q.logOneMinusRhoSquared.mul(exponent));
  }

  private Parts parts(Graph graph, SDVariable parameters) {
    SDVariable mean = graph.columns(parameters, 0, latent);
    SDVariable r = graph.columns(parameters, latent, latent + 1);
    SDVariable rho = graph.sameDiff().math.tanh(r).mul(maxCorrelation);
    SDVariable raw = graph.columns(parameters, latent + 1, latent + 1 + scales);
    SDVariable logScale =
        graph.sameDiff().math.clipByValue(raw, -LOG_VARIANCE_LIMIT, LOG_VARIANCE_LIMIT);
    SDVariable logVariance =
        scales == latent ? logScale : logScale.mul(graph.constant("ones", Nd4j.ones(1, latent)));
    SDVariable logRest = graph.sameDiff().math.log1p(rho.mul(rho).neg());
    return new Parts(mean, rho, logVariance, logRest);
  }

  private static SDVariable exp(SDVariable x) {
    return x.getSameDiff().math.exp(x);
  }

  /** mu {@code [batch, latent]}, rho and log(1 - rho^2) {@code [batch, 1]}, log s as mu. */
  private record Parts(
      SDVariable mean, SDVariable rho, SDVariable logVariance, SDVariable logOneMinusRhoSquared) {}
}
