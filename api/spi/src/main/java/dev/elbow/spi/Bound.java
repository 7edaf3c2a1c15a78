package dev.elbow.spi;

import java.util.Objects;

/**
 * Whether a term belongs to a bound, and on what quantity; or why it does not.
 *
 * @param holds whether the term is a valid part of a bound
 * @param reason if it holds, the quantity that is bounded; otherwise the reason
 */
public record Bound(boolean holds, String reason) {

  public Bound {
    Objects.requireNonNull(reason);
  }

  /** A bound on the given quantity, such as {@code log p(x)}. */
  public static Bound on(String quantity) {
    return new Bound(true, quantity);
  }

  /** Not a bound, with the reason. */
  public static Bound none(String reason) {
    return new Bound(false, reason);
  }

  /** A bound only if both are: the first reason that it is not, otherwise this quantity. */
  public Bound and(Bound other) {
    return holds ? (other.holds ? this : other) : this;
  }
}
