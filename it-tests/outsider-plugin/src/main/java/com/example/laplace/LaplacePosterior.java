package com.example.laplace;

import dev.elbow.spi.Graph;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Noise;
import dev.elbow.spi.Posterior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.ops.SDMath;

/**
 * The Laplace distribution with independent dimensions, whose tails are heavier than a Gaussian's.
 *
 * <pre>
 * e_i      = log v_i - log u_i,   u, v ~ U(0, 1)     (the difference of two exponentials)
 * z        = mu + b e,            b = minScale + softplus(s)
 * log q(z) = - sum_i [ log(2 b_i) + |z_i - mu_i| / b_i ]
 * </pre>
 *
 * <p>Shapes: parameters {@code [batch, 2 latent]}, mu first and s second. Densities are in nats,
 * one for each example. Two uniforms rather than the usual one, because the quantile function of
 * one rounds to infinity in single precision.
 *
 * <p>The posterior gives no closed-form KL, so Elbow estimates it as {@code log q(z) - log p(z)}.
 */
final class LaplacePosterior implements Posterior {
  private static final double LOG_TWO = Math.log(2);

  private final int latent;
  private final double minScale;

  LaplacePosterior(int latent, LaplaceOptions options) {
    this.latent = latent;
    this.minScale = options.minScale();
  }

  @Override
  public int parameterCount() {
    return 2 * latent;
  }

  @Override
  public LatentSample sample(Graph graph, SDVariable parameters) {
    SDVariable location = location(graph, parameters);
    SDVariable scale = scale(graph, parameters);
    SDVariable noise = standardLaplace(graph);
    SDVariable z = location.add(scale.mul(noise));
    return LatentSample.of(z, density(graph, noise, scale)).withCode(location);
  }

  @Override
  public Optional<SDVariable> logDensity(Graph graph, SDVariable parameters, SDVariable z) {
    SDVariable scale = scale(graph, parameters);
    SDVariable standardised = z.sub(location(graph, parameters)).div(scale);
    return Optional.of(density(graph, standardised, scale));
  }

  /** {@code [batch, latent]}; a part asks for its noise and never draws it. */
  private SDVariable standardLaplace(Graph graph) {
    SDMath math = graph.sameDiff().math;
    SDVariable up = graph.noise("up", Noise.UNIFORM, latent);
    SDVariable down = graph.noise("down", Noise.UNIFORM, latent);
    return math.log(down).sub(math.log(up));
  }

  /** {@code [batch]} from two arrays {@code [batch, latent]}. */
  private static SDVariable density(Graph graph, SDVariable standardised, SDVariable scale) {
    SDMath math = graph.sameDiff().math;
    SDVariable surprise = math.log(scale).add(LOG_TWO).add(math.abs(standardised));
    return graph.sumPerExample(surprise).neg();
  }

  private SDVariable location(Graph graph, SDVariable parameters) {
    return graph.columns(parameters, 0, latent);
  }

  private SDVariable scale(Graph graph, SDVariable parameters) {
    return graph.softplus(graph.columns(parameters, latent, 2 * latent)).add(minScale);
  }
}
