package dev.elbow.spi;

import org.nd4j.autodiff.samediff.SDVariable;
import org.osgi.annotation.versioning.ProviderType;

/** What a divergence is built from: the batch's posterior sample and the prior. */
@ProviderType
public interface Latent {

  /** One posterior sample for each example. */
  LatentSample sample();

  /** The encoder's output that parameterises it, {@code [batch, parameterCount]}. */
  SDVariable parameters();

  /** The model's prior. */
  Prior prior();

  /** log p at any z {@code [n, latent]}, or an {@link InputException} if the prior has none. */
  SDVariable priorLogDensity(SDVariable z);

  /** As many samples of the prior as there are examples, {@code [batch, latent]}. */
  SDVariable priorSample();

  /**
   * KL(q(z|x) || p(z)) of each example: in closed form where posterior and prior have one,
   * otherwise the one-sample estimate log q(z|x) - log p(z).
   *
   * @throws InputException if a density is missing
   */
  KullbackLeibler kl();
}
