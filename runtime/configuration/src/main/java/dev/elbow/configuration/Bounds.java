package dev.elbow.configuration;

import dev.elbow.spi.option.Range;
import java.math.BigDecimal;

/** The numbers that an option accepts. */
record Bounds(double min, boolean minExclusive, double max, boolean maxExclusive) {
  static final Bounds ANY =
      new Bounds(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

  static Bounds of(Range range) {
    return range == null
        ? ANY
        : new Bounds(range.min(), range.minExclusive(), range.max(), range.maxExclusive());
  }

  boolean hasMin() {
    return min != Double.NEGATIVE_INFINITY;
  }

  boolean hasMax() {
    return max != Double.POSITIVE_INFINITY;
  }

  boolean isEmpty() {
    return !(min < max || (min == max && !minExclusive && !maxExclusive));
  }

  boolean contains(double x) {
    return (minExclusive ? x > min : x >= min) && (maxExclusive ? x < max : x <= max);
  }

  /** {@code 0 < x <= 1}, {@code x >= 1}; empty if every number is accepted. */
  String describe() {
    String above = minExclusive ? " < " : " <= ";
    String below = maxExclusive ? " < " : " <= ";
    if (hasMin() && hasMax()) {
      return number(min) + above + "x" + below + number(max);
    }
    if (hasMin()) {
      return (minExclusive ? "x > " : "x >= ") + number(min);
    }
    return hasMax() ? "x" + below + number(max) : "";
  }

  private static String number(double x) {
    boolean plain = x == 0 || (Math.abs(x) >= 1e-4 && Math.abs(x) < 1e10);
    return plain ? BigDecimal.valueOf(x).stripTrailingZeros().toPlainString() : Double.toString(x);
  }
}
