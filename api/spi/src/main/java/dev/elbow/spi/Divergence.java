package dev.elbow.spi;

import org.osgi.annotation.versioning.ConsumerType;

/** A term of the objective that draws the codes towards the prior. */
@ConsumerType
public interface Divergence {

  /**
   * Builds the term. The engine multiplies its loss by the weight of the configuration.
   *
   * @param graph in the divergence's own scope
   * @param latent the batch's codes and the prior
   * @throws InputException if the term cannot be formed from this posterior and this prior
   */
  Term build(Graph graph, Latent latent);
}
