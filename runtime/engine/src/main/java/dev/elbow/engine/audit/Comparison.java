package dev.elbow.engine.audit;

import dev.elbow.engine.audit.Check.Figures;

/** Compares figures point by point that have to be the same but for rounding. */
final class Comparison {
  private Comparison() {}

  /**
   * Stated and measured figures of the same points.
   *
   * @return failed with the figures of the worst point, if one differs by more than a numeric
   *     derivative can
   */
  static Check exact(String term, String what, double[] stated, double[] measured) {
    int worst = 0;
    boolean right = true;
    double largest = -1;
    for (int i = 0; i < stated.length; i++) {
      double difference = Math.abs(stated[i] - measured[i]);
      right &= difference <= NumericLogDeterminant.tolerance(measured[i]);
      // not (a <= b), so that NaN counts as the worst
      if (!(difference <= largest)) {
        largest = difference;
        worst = i;
      }
    }
    double said = Statistics.mean(stated);
    double found = Statistics.mean(measured);
    String text =
        "stated %s, measured %s on average; at worst %s and %s"
            .formatted(
                Nats.of(said), Nats.of(found), Nats.of(stated[worst]), Nats.of(measured[worst]));
    return Check.of(right, term, what, term + ": " + text).with(Figures.exact(said, found));
  }
}
