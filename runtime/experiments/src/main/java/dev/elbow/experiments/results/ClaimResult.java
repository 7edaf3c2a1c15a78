package dev.elbow.experiments.results;

import dev.elbow.experiments.grid.Claim;
import java.util.List;
import java.util.Map;

/**
 * Whether a claim holds.
 *
 * @param instances each cell that it speaks of and that has the figures
 */
public record ClaimResult(Claim claim, List<Instance> instances) {

  /**
   * One cell against another.
   *
   * @param coordinates of the first
   * @param first its figure
   * @param second the other's figure, or the claim's number
   * @param spread twice the standard error of the difference; NaN if that is not known
   * @param holds as the means stand
   * @param text the figures in words
   */
  public record Instance(
      Map<String, String> coordinates,
      double first,
      double second,
      double spread,
      boolean holds,
      String text) {

    /** Whether chance alone may have made the difference. */
    boolean withinSpread() {
      return Math.abs(first - second) <= spread;
    }
  }

  /** How many hold. */
  public long holding() {
    return instances.stream().filter(Instance::holds).count();
  }

  /** In a few words. */
  public String verdict() {
    int all = instances.size();
    if (all == 0) {
      return "not tested at this size";
    }
    if (holding() == 0) {
      return "does not hold";
    }
    String scope = holding() == all ? "holds" : "holds in %d of %d".formatted(holding(), all);
    long unclear =
        claim.relation() == Claim.Relation.WITHIN
            ? 0
            : instances.stream().filter(i -> i.holds() && i.withinSpread()).count();
    if (unclear == 0) {
      return scope;
    }
    return unclear == holding()
        ? scope + ", within the spread"
        : scope + ", %d within the spread".formatted(unclear);
  }
}
