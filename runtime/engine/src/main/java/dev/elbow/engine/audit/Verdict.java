package dev.elbow.engine.audit;

import java.util.List;
import java.util.Objects;

/**
 * Whether a figure is a bound.
 *
 * @param figure its name, {@code negativeElbo} or {@code objective}
 * @param outcome of the audit
 * @param quantity what it bounds if it is one, such as {@code log p(x)}
 * @param reasons why it is none, or why that is undecided; empty for a bound
 * @param remarks beside the point, such as a term that makes the bound a looser one
 */
public record Verdict(
    String figure, Outcome outcome, String quantity, List<String> reasons, List<String> remarks) {

  public Verdict {
    Objects.requireNonNull(figure);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(quantity);
    reasons = List.copyOf(reasons);
    remarks = List.copyOf(remarks);
  }

  /** What an audit can find. */
  public enum Outcome {
    /** Everything that can be measured agrees. */
    BOUND,
    /** The reasons say why. */
    NOT_A_BOUND,
    /** Something that it rests on could not be measured. */
    UNDECIDED
  }

  /** {@code bound on log p(x)}, {@code not a bound: why} or {@code undecided: why}. */
  public String sentence() {
    return switch (outcome) {
      case BOUND -> "bound on " + quantity;
      case NOT_A_BOUND -> "not a bound: " + String.join("; ", reasons);
      case UNDECIDED -> "undecided: " + String.join("; ", reasons);
    };
  }
}
