package dev.elbow.cli.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of the measured candidates to use. */
final class Recommendation {
  /** What is closer than this to the fastest is as good: so much do two measurements differ. */
  private static final double AS_GOOD = 1.1;

  private Recommendation() {}

  /**
   * The fastest over all steps, by the geometric mean of their 10th percentiles, which other work
   * on the machine disturbs less than medians. Of those that are as good, the one in use stays;
   * otherwise one that runs on every processor goes first.
   *
   * @return empty if none was measured
   */
  static Optional<Candidate> of(List<Measured> all) {
    List<Measured> measured = all.stream().filter(Measured::isMeasured).toList();
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    double best = measured.stream().mapToDouble(Recommendation::cost).min().getAsDouble();
    Comparator<Measured> order =
        Comparator.comparing((Measured m) -> !m.candidate().used())
            .thenComparing(m -> !m.candidate().natives().isPortable())
            .thenComparingDouble(Recommendation::cost);
    return measured.stream()
        .filter(m -> cost(m) <= best * AS_GOOD)
        .min(order)
        .map(Measured::candidate);
  }

  /** The geometric mean of the steps' times, so that no step counts more for being longer. */
  static double cost(Measured measured) {
    double logs = measured.steps().stream().mapToDouble(step -> Math.log(step.low())).sum();
    return Math.exp(logs / measured.steps().size());
  }
}
