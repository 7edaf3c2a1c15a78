package dev.elbow.report.comparison;

import java.util.Objects;
import java.util.Set;

/**
 * Which runs are the best at a figure.
 *
 * @param best places of the runs; several if they are level, none if they cannot be compared
 * @param remark why they cannot be compared, or how far they can; may be empty
 */
public record Ranking(Set<Integer> best, String remark) {

  public Ranking {
    best = Set.copyOf(best);
    Objects.requireNonNull(remark);
  }

  static Ranking none(String reason) {
    return new Ranking(Set.of(), reason);
  }

  /** Whether a best is named. */
  public boolean compared() {
    return !best.isEmpty();
  }
}
