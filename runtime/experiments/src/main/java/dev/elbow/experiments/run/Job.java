package dev.elbow.experiments.run;

import dev.elbow.configuration.ConfigNode;
import java.util.List;

/**
 * A command for a cell.
 *
 * @param kind what it does
 * @param arguments of {@code elbow}
 * @param metrics that it measures
 */
record Job(Kind kind, List<String> arguments, List<ConfigNode> metrics) {

  /** What a command does for a cell. */
  enum Kind {
    TRAIN,
    RESUME,
    EVALUATE,
    AUDIT,
    PCA
  }
}
