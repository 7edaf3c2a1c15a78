package dev.elbow.plugin.prior.standardnormal;

import dev.elbow.spi.DiagonalGaussian;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Noise;
import dev.elbow.spi.Prior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The prior N(0, I): log p(z) = -1/2 (|z|^2 + d log 2 pi).
 *
 * <p>It has no parameters, and a Gaussian posterior has a closed-form KL to it.
 */
final class StandardNormalPrior implements Prior {
  private final int latent;

  StandardNormalPrior(int latent) {
    this.latent = latent;
  }

  @Override
  public Optional<SDVariable> logDensity(Graph graph, SDVariable z) {
    return Optional.of(graph.standardNormalLogDensity(z));
  }

  @Override
  public SDVariable sample(Graph graph) {
    return graph.noise("z", Noise.STANDARD_NORMAL, latent);
  }

  @Override
  public Optional<DiagonalGaussian> gaussian(Graph graph) {
    return Optional.of(DiagonalGaussian.standard());
  }
}
