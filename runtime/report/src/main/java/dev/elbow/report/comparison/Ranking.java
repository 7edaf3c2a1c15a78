package dev.elbow.report.comparison;

import java.util.Objects;
import java.util.Set;

/**
 * Which runs are the best at a figure.
 *
 * @param best places of the runs; several if they are level, none if they cannot be compared
 * @param reason why they cannot be compared; empty if they can
 */
public record Ranking(Set<Integer> best, String reason) {

  public Ranking {
    best = Set.copyOf(best);
    Objects.requireNonNull(reason);
  }

  static Ranking none(String reason) {
    return new Ranking(Set.of(), reason);
  }
}
