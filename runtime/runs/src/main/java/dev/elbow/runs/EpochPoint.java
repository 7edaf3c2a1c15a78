package dev.elbow.runs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One split's figures after an epoch; NaN where one was not measured.
 *
 * @param split such as {@code train}, {@code validation}, {@code test}
 * @param epoch epochs trained, 0 before training
 * @param loss what is minimised, the negative ELBO where it is a bound; nats per example
 * @param reconstruction expected negative log likelihood, nats per example
 * @param terms of the objective by name, without their weights
 */
public record EpochPoint(
    String split, double epoch, double loss, double reconstruction, Map<String, Double> terms) {

  public EpochPoint {
    Objects.requireNonNull(split);
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  double term(String name) {
    return terms.getOrDefault(name, Double.NaN);
  }
}
