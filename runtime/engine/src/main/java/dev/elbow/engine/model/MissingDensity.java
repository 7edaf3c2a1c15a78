package dev.elbow.engine.model;

import dev.elbow.spi.InputException;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Prior;

/**
 * Why a model has no KL(q(z|x) || p(z)): whose density is missing, and what to use in its place.
 */
enum MissingDensity {
  POSTERIOR(
      "the posterior states no density of its codes",
      "model.posterior",
      "Use a posterior with a density (diagonal, ar1, flow), or an objective without a KL"
          + " (autoencoder, wae-mmd, aae)."),
  PRIOR(
      "the prior states no density: it can only be sampled",
      "model.prior",
      "Use standard-normal, mixture or flow (vamp needs a posterior that scores any z: diagonal, ar1,"
          + " realnvp), or terms that need samples alone (mmd, adversarial)."),
  BOTH(
      "neither the posterior nor the prior states a density",
      "model.posterior",
      "Use a posterior and a prior with densities, or an objective without a KL (autoencoder,"
          + " wae-mmd, aae).");

  private final String reason;
  private final String place;
  private final String fix;

  MissingDensity(String reason, String place, String fix) {
    this.reason = reason;
    this.place = place;
    this.fix = fix;
  }

  /**
   * Of a model without a KL.
   *
   * @param priorDensity whether {@link Prior#logDensity} gives one
   */
  static MissingDensity of(LatentSample sample, boolean priorDensity) {
    if (priorDensity) {
      return POSTERIOR;
    }
    return sample.logDensity().isPresent() ? PRIOR : BOTH;
  }

  /** What is missing, for a report. */
  String reason() {
    return reason;
  }

  /** For a term that needs the KL. */
  InputException ofKl() {
    String problem = "expected log q(z|x) and log p(z) for the KL, but " + reason;
    return new InputException("MODEL-NO-KL", problem, place, fix);
  }

  /** For a term that needs log p(z) alone. */
  static InputException ofPrior() {
    return new InputException("MODEL-NO-PRIOR-DENSITY", PRIOR.reason, PRIOR.place, PRIOR.fix);
  }
}
