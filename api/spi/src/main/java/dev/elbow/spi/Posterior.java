package dev.elbow.spi;

import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The approximate posterior q(z|x): a distribution over z whose parameters the encoder gives.
 *
 * <p>A posterior draws no noise of its own; it asks {@link Graph#noise} for it. The sample is a
 * differentiable function of parameters and noise.
 */
@ConsumerType
public interface Posterior {

  /** How many numbers the encoder gives for each example; 2 x latent for a diagonal Gaussian. */
  int parameterCount();

  /**
   * One sample for each example.
   *
   * @param graph in the posterior's own scope
   * @param parameters {@code [batch, parameterCount()]}, unconstrained reals
   */
  LatentSample sample(Graph graph, SDVariable parameters);

  /**
   * {@code log q(z|x)} at any z, which pseudo-input priors and aggregate-posterior metrics need.
   *
   * @param parameters {@code [batch, parameterCount()]}
   * @param z {@code [batch, latent]}
   * @return {@code [batch]}, nats; empty if the posterior can score its own samples only
   */
  default Optional<SDVariable> logDensity(Graph graph, SDVariable parameters, SDVariable z) {
    return Optional.empty();
  }

  /**
   * {@code KL(q(z|x) || p(z))} in closed form for pairs that only this posterior knows. A Gaussian
   * posterior need not override it: the moments in its {@link LatentSample} suffice.
   *
   * @param graph in the posterior's own scope
   * @param parameters {@code [batch, parameterCount()]}
   * @param prior the model's prior
   * @return {@code [batch]}, nats; empty if there is no closed form
   */
  default Optional<SDVariable> kl(Graph graph, SDVariable parameters, Prior prior) {
    return Optional.empty();
  }
}
