package dev.elbow.spi;

import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.osgi.annotation.versioning.ConsumerType;

/** The prior p(z). It may have parameters, created through the graph. */
@ConsumerType
public interface Prior {

  /**
   * {@code log p(z)}.
   *
   * @param graph in the prior's own scope
   * @param z {@code [batch, latent]}
   * @return {@code [batch]}, nats; empty if the prior can only be sampled, which no KL term accepts
   */
  Optional<SDVariable> logDensity(Graph graph, SDVariable z);

  /**
   * Samples, as many as the graph's batch.
   *
   * @return {@code [batch, latent]}
   */
  SDVariable sample(Graph graph);

  /** The prior as a diagonal Gaussian, for closed-form KL; empty if it is none. */
  default Optional<DiagonalGaussian> gaussian(Graph graph) {
    return Optional.empty();
  }
}
