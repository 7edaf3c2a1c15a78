package dev.elbow.engine.metrics;

import dev.elbow.data.DataSplits;
import dev.elbow.spi.Classifier;
import dev.elbow.spi.InputException;

/** Where the classifier comes from that judges samples. */
public interface ClassifierSource {

  /** Of an application that brings none. */
  ClassifierSource NONE =
      data -> {
        throw new InputException(
            "METRIC-NO-CLASSIFIER",
            "the metric needs a classifier, and this application brings none",
            "",
            "Give the engine a source of classifiers, or leave the metric out.");
      };

  /**
   * The classifier of a data set.
   *
   * @param data all of it, grey
   * @throws InputException if they have no labels
   */
  Classifier of(DataSplits data);
}
