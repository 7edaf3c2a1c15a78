package dev.elbow.plugin.posterior.point;

import dev.elbow.spi.Graph;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Posterior;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The code itself, as a plain autoencoder has it: z is what the encoder gives, without noise.
 *
 * <p>It has no density, so that there is no KL and no bound: a term of the objective that asks for
 * them is refused when the model is made. Terms on samples work.
 *
 * <p>Shapes: parameters {@code [batch, latent]}.
 *
 * @param latent the size of z
 */
record PointPosterior(int latent) implements Posterior {

  @Override
  public int parameterCount() {
    return latent;
  }

  @Override
  public LatentSample sample(Graph graph, SDVariable parameters) {
    return LatentSample.point(parameters);
  }
}
