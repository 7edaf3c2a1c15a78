package dev.elbow.engine.training;

import dev.elbow.engine.metrics.MetricReport;
import java.util.Optional;

/** What is measured between epochs. */
public interface EpochMetrics {

  /**
   * The metrics of a model, if they are due.
   *
   * @param epoch completed
   * @param step taken
   */
  Optional<MetricReport> after(int epoch, long step);
}
