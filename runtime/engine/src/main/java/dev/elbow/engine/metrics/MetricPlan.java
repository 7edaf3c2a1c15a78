package dev.elbow.engine.metrics;

import java.util.List;

/**
 * What a training measures.
 *
 * @param every epochs between measurements; 0 for the last alone
 * @param metrics none if nothing is measured
 */
public record MetricPlan(int every, List<NamedMetric> metrics) {
  public MetricPlan {
    metrics = List.copyOf(metrics);
  }

  /** Whether something is measured after an epoch, from 1, that is not the last. */
  public boolean isDue(int epoch) {
    return !metrics.isEmpty() && every > 0 && epoch % every == 0;
  }
}
