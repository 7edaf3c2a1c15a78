package dev.elbow.runs;

import java.util.Objects;

/**
 * One split's loss after an epoch, in nats per example; NaN where it was not measured.
 *
 * @param split such as {@code train}, {@code validation}, {@code test}
 * @param epoch epochs trained, 0 before training
 * @param loss what is minimised, the negative ELBO where it is a bound
 * @param reconstruction expected negative log likelihood
 * @param divergence weighted sum of the other terms
 */
public record EpochPoint(
    String split, double epoch, double loss, double reconstruction, double divergence) {

  public EpochPoint {
    Objects.requireNonNull(split);
  }
}
