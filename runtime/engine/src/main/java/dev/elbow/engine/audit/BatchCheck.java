package dev.elbow.engine.audit;

import dev.elbow.engine.audit.Check.Figures;

/** Whether a figure of an example is its own: the same alone as among others. */
final class BatchCheck {
  private static final double TOLERANCE = 1e-8;

  private final Scores batched;
  private final Scores alone;
  private final int batch;
  private final String what;

  BatchCheck(Scores batched, Scores alone, int batch) {
    this.batched = batched;
    this.alone = alone;
    this.batch = batch;
    this.what = "in batches of %d, and each example alone".formatted(batch);
  }

  /**
   * Compares each example alone with the same in its batch, or, of a figure of the whole batch, the
   * means.
   *
   * @param term for the report
   * @param output of the evaluation graph
   */
  Check check(String term, String output) {
    double[] together = batched.of(output);
    double[] single = alone.of(output);
    double mean = Statistics.mean(together);
    double own = Statistics.mean(single);
    Figures figures = Figures.exact(mean, own);
    if (batched.whole().contains(output)) {
      return Check.of(close(mean, own), term, what, differs(term, mean, own)).with(figures);
    }
    double worst = Statistics.largestDifference(together, single);
    String text = differs(term, mean, own) + ", one by " + Nats.of(worst);
    boolean right = true;
    for (int i = 0; i < single.length; i++) {
      right &= close(together[i], single[i]);
    }
    return Check.of(right, term, what, text).with(figures);
  }

  private String differs(String term, double mean, double own) {
    return "%s: an example's figure changes with its neighbours: %s nats in batches of %d, %s alone"
        .formatted(term, Nats.of(mean), batch, Nats.of(own));
  }

  private static boolean close(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE * (1 + Math.abs(b));
  }
}
