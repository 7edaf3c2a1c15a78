package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.InputException;

/** Refuses what has no spread. */
final class TooFew {
  private TooFew() {}

  static void require(String metric, int examples) {
    if (examples < 2) {
      throw new InputException(
          "METRIC-TOO-FEW",
          "%s compares examples: expected at least 2 test examples, found %d"
              .formatted(metric, examples),
          "",
          "Take data with more test examples, or leave " + metric + " out.");
    }
  }
}
