package dev.elbow.tck;

import dev.elbow.spi.Graph;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Posterior;
import org.nd4j.autodiff.samediff.SDVariable;

/** The code alone, as an autoencoder has it: no density. */
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
