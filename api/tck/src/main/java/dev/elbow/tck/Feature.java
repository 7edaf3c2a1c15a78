package dev.elbow.tck;

/**
 * What a part may do without. A contract expects every feature of its role; what a part does not
 * have it names in {@link PartContract#missing()}, and the rule then demands the documented absence
 * instead: an empty result or a refusal.
 */
public enum Feature {
  /**
   * All roles: in training the result of an example does not depend on the others. Missing where
   * batch statistics are meant, as with batch normalisation.
   */
  INDEPENDENT_IN_TRAINING,

  /** All roles: the same in evaluation. Missing in divergences that compare batches. */
  INDEPENDENT_IN_EVALUATION,

  /**
   * All roles: the gradient is the derivative of the value. Missing where gradients are stopped on
   * purpose, as in surrogate losses.
   */
  TRUE_GRADIENT,

  /** Flow: {@code inverseAndLogDet}, declared by {@code invertible()}. */
  INVERSE,

  /** Posterior: the sample carries its log density. Missing in point posteriors. */
  SAMPLE_DENSITY,

  /** Posterior: {@code logDensity(graph, parameters, z)} at any z. */
  DENSITY_ANYWHERE,

  /** Posterior: moments in the sample, or {@code kl} for a standard normal prior. */
  CLOSED_FORM_KL,

  /** Posterior: {@code code()} is a function of the parameters alone. */
  DETERMINISTIC_CODE,

  /** Prior: {@code logDensity}. */
  PRIOR_DENSITY,

  /** Prior: {@code gaussian}. */
  GAUSSIAN_PRIOR,

  /** Divergence: the term with weight 1 completes a bound. */
  BOUND,

  /** Divergence: it works with a posterior that has no density. */
  WITHOUT_POSTERIOR_DENSITY,

  /** Divergence: it works with a prior that has no density. */
  WITHOUT_PRIOR_DENSITY,

  /** Divergence: the reported figure is near 0 where the codes follow the prior, else larger. */
  DISTANCE,

  /** Decoder: {@code mean}. */
  MEAN,

  /** Decoder: the mean of data from 0 to 1 stays from 0 to 1. */
  MEAN_IN_RANGE,

  /** Decoder: {@code sample} in one pass. */
  SAMPLE,

  /** Decoder: {@code stepwise} sampling. */
  STEPWISE,

  /** Decoder: it accepts data that are 0 or 1. */
  BINARY_DATA,

  /** Decoder: it accepts data from 0 to 1. */
  UNIT_INTERVAL_DATA,

  /** Decoder: it accepts any numbers as data. */
  REAL_DATA
}
