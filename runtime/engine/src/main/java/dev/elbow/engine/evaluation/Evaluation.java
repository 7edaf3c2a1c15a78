package dev.elbow.engine.evaluation;

import dev.elbow.runs.Figure;
import dev.elbow.spi.Bound;
import dev.elbow.spi.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The figures of one data set under one model.
 *
 * @param objective what was minimised: the reconstruction and the terms' losses with their weights
 * @param reconstruction -log p(x|z)
 * @param kl KL(q(z|x) || p(z)); empty if a density is missing
 * @param negativeElbo their sum, formed for each example, then averaged
 * @param denoising -log p(x|z) of the clean x with the code of a corrupted one, if the model has a
 *     corruption
 * @param bound whether the sum is a bound, and on what
 * @param terms of the objective
 */
public record Evaluation(
    Estimate objective,
    Estimate reconstruction,
    Optional<Estimate> kl,
    Optional<Estimate> negativeElbo,
    Optional<Estimate> denoising,
    Bound bound,
    List<TermEstimate> terms) {

  public Evaluation {
    terms = List.copyOf(terms);
  }

  /** The figures under their public names, each beginning with the set's name: {@code test.kl}. */
  public Map<String, Figure> metrics(String set) {
    Map<String, Figure> metrics = new LinkedHashMap<>();
    negativeElbo.ifPresent(e -> metrics.put(set + ".negativeElbo", metric(e).withBound(bound)));
    metrics.put(set + ".reconstruction", metric(reconstruction));
    kl.ifPresent(e -> metrics.put(set + ".kl", metric(e)));
    denoising.ifPresent(e -> metrics.put(set + ".denoising", metric(e)));
    terms.forEach(
        t ->
            metrics.putIfAbsent(
                set + "." + t.term().name(), metric(t.reported(), t.term().unit())));
    metrics.put(set + ".objective", metric(objective).withBound(objectiveBound()));
    return metrics;
  }

  /** Whether what was minimised is a bound, and on what. */
  public Bound objectiveBound() {
    List<ObjectiveBound.Part> parts = terms.stream().map(TermEstimate::part).toList();
    OptionalDouble mean = kl.stream().mapToDouble(Estimate::mean).findFirst();
    return ObjectiveBound.of(parts, mean).with(bound);
  }

  /**
   * What is compared to find the best of several states of one model: the reconstruction and the
   * weights times what the terms report. It is the objective, except where a loss has no value to
   * compare, as that of a surrogate or of a game.
   */
  public double score() {
    return reconstruction.mean()
        + terms.stream().mapToDouble(t -> t.weight() * t.reported().mean()).sum();
  }

  private static Figure metric(Estimate estimate) {
    return metric(estimate, Term.NATS_PER_EXAMPLE);
  }

  private static Figure metric(Estimate estimate, String unit) {
    Figure metric = Figure.of(estimate.mean(), unit);
    return Double.isFinite(estimate.standardError())
        ? metric.withStandardError(estimate.standardError())
        : metric;
  }
}
