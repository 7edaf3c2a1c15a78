package dev.elbow.engine.audit;

import dev.elbow.engine.audit.Check.Figures;
import dev.elbow.engine.audit.Statistics.Mean;

/** The KL that a model states, of each example, against the measured one. */
final class KlCheck {
  static final String TERM = "kl";

  /** Chance takes a mean this many standard errors away once in two million audits. */
  static final double SIGMAS = 5;

  private static final double ROUNDING = 1e-9;

  private KlCheck() {}

  /**
   * A closed form: the mean over the examples, and the agreement of single examples.
   *
   * <p>For the latter the samples of each example are halved. The two halves' deviations from the
   * stated figure are independent, so the mean of their product is 0 if the figure is right, and
   * the mean squared error of the stated figures if it is not, whatever the samples' distribution.
   *
   * @param stated {@code [examples]}
   */
  static Check closedForm(double[] stated, MeasuredKl measured) {
    String what =
        "closed form, and Monte Carlo with %d samples of each example"
            .formatted(measured.samples());
    double mean = Statistics.mean(stated);
    double difference = mean - measured.mean();
    double error = measured.standardError();
    Figures figures = Figures.estimated(mean, measured.mean(), error);
    double allowed = SIGMAS * error + ROUNDING * (1 + Math.abs(mean));
    if (!(Math.abs(difference) <= allowed)) {
      String text =
          "kl: stated %s nats, of the distribution that is sampled it is %s"
              .formatted(Nats.of(mean), Nats.of(measured.mean(), error));
      return Check.failed(TERM, what, text).with(figures);
    }
    Mean products = products(stated, measured);
    if (products.value() > SIGMAS * products.error() + ROUNDING) {
      String text =
          "kl: right on average, but the stated figures of single examples are off by %s nats (root"
                  .formatted(Nats.of(Math.sqrt(products.value())))
              + " mean square)";
      return Check.failed(TERM, what, text).with(figures);
    }
    return Check.passed(TERM, what).with(figures);
  }

  private static Mean products(double[] stated, MeasuredKl measured) {
    double[] first = measured.half(0);
    double[] second = measured.half(1);
    double[] products = new double[stated.length];
    for (int i = 0; i < products.length; i++) {
      products[i] = (first[i] - stated[i]) * (second[i] - stated[i]);
    }
    return Mean.of(products);
  }

  /**
   * A one-sample estimate: log q - log p at the very samples, with the density that was measured.
   *
   * @param stated {@code [examples]}
   * @param found {@code [examples]}
   */
  static Check oneSample(double[] stated, double[] found) {
    return Comparison.exact(
        TERM, "one-sample estimate, and log q - log p at that sample", stated, found);
  }
}
