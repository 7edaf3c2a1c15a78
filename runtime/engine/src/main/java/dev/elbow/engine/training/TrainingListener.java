package dev.elbow.engine.training;

import dev.elbow.engine.metrics.MetricReport;
import dev.elbow.graph.execution.ExecutionListener;

/** Hears how a training goes; called from the training thread. */
public interface TrainingListener extends ExecutionListener {

  /**
   * Before the first step.
   *
   * @param start what will be trained
   */
  default void started(TrainingStart start) {}

  /**
   * After each step.
   *
   * @param figures of the epoch so far
   * @param fraction of the epoch done, from 0 to 1
   * @param secondsLeft of the whole training
   */
  default void stepped(EpochFigures figures, double fraction, double secondsLeft) {}

  /** After each epoch. */
  default void epochDone(EpochFigures figures) {}

  /**
   * After the metrics of an epoch that is not the last.
   *
   * @param epoch completed
   */
  default void measured(int epoch, MetricReport report) {}

  /** A remark for the user, such as an early stop. */
  default void remark(String text) {}

  @Override
  default void notCaptured(String reason) {
    remark("each step goes through SameDiff, which is slower: " + reason);
  }
}
