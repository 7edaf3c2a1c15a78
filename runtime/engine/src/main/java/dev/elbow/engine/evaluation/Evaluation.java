package dev.elbow.engine.evaluation;

import dev.elbow.runs.Metric;
import dev.elbow.spi.Bound;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one data set under one model.
 *
 * @param objective what was minimised, with the weights given
 * @param reconstruction -log p(x|z)
 * @param kl KL(q(z|x) || p(z)); empty if a density is missing
 * @param negativeElbo their sum, formed for each example, then averaged
 * @param denoising -log p(x|z) of the clean x with the code of a corrupted one, if the model has a
 *     corruption
 * @param bound whether the sum is a bound, and on what
 * @param terms the objective's terms by name, as reported, without weights
 */
public record Evaluation(
    Estimate objective,
    Estimate reconstruction,
    Optional<Estimate> kl,
    Optional<Estimate> negativeElbo,
    Optional<Estimate> denoising,
    Bound bound,
    Map<String, Estimate> terms) {

  private static final String UNIT = "nats per example";

  /** The figures under their public names, each beginning with the set's name: {@code test.kl}. */
  public Map<String, Metric> metrics(String set) {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    negativeElbo.ifPresent(e -> metrics.put(set + ".negativeElbo", metric(e).withBound(bound)));
    metrics.put(set + ".reconstruction", metric(reconstruction));
    kl.ifPresent(e -> metrics.put(set + ".kl", metric(e)));
    denoising.ifPresent(e -> metrics.put(set + ".denoising", metric(e)));
    terms.forEach((name, e) -> metrics.putIfAbsent(set + "." + name, metric(e)));
    metrics.put(set + ".objective", metric(objective));
    return metrics;
  }

  private static Metric metric(Estimate estimate) {
    Metric metric = Metric.of(estimate.mean(), UNIT);
    return Double.isFinite(estimate.standardError())
        ? metric.withStandardError(estimate.standardError())
        : metric;
  }
}
