package dev.elbow.engine.evaluation;

import dev.elbow.runs.Figure;
import dev.elbow.spi.Bound;
import dev.elbow.spi.Term;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What importance sampling says of a data set.
 *
 * @param logLikelihood the mean of log (1/K sum of the weights), in nats per example
 * @param effectiveSampleSize the mean of (sum of w)^2 / sum of w^2, of K
 * @param samples K
 * @param bound what the log-likelihood bounds from below, on average over the samples
 */
public record ImportanceEstimate(
    Estimate logLikelihood, Estimate effectiveSampleSize, int samples, Bound bound) {

  /** The figures under their public names. */
  public Map<String, Figure> metrics(String set) {
    Map<String, Figure> metrics = new LinkedHashMap<>();
    metrics.put(
        set + ".importanceWeightedLogLikelihood",
        metric(logLikelihood, Term.NATS_PER_EXAMPLE).withBound(bound));
    metrics.put(
        set + ".effectiveSampleSize", metric(effectiveSampleSize, "of " + samples + " samples"));
    return metrics;
  }

  private static Figure metric(Estimate estimate, String unit) {
    Figure metric = Figure.of(estimate.mean(), unit);
    return Double.isFinite(estimate.standardError())
        ? metric.withStandardError(estimate.standardError())
        : metric;
  }
}
