package dev.elbow.tck;

import java.util.ArrayList;
import java.util.List;

/** What a rule found wrong, all of it, so that one run tells everything. */
final class Faults {
  private static final int MOST = 6;

  private final List<String> found = new ArrayList<>();

  /** Adds a fault unless the condition holds. */
  void unless(boolean condition, String format, Object... arguments) {
    if (!condition) {
      found.add(format.formatted(arguments));
    }
  }

  /** Adds a fault unless the values are equal up to the tolerance; NaN never is. */
  void unlessClose(double actual, double expected, double tolerance, String what, Object... args) {
    unless(
        Math.abs(actual - expected) <= tolerance,
        "%s: expected %.9g, found %.9g (tolerance %.2g)",
        what.formatted(args),
        expected,
        actual,
        tolerance);
  }

  /** Adds a fault if a feature is absent without being declared missing, or the reverse. */
  void presence(boolean offered, boolean expected, Feature feature, String what, String where) {
    unless(
        offered || !expected,
        "%s: expected %s, found it empty; declare %s missing if that is meant",
        where,
        what,
        feature);
    unless(
        !offered || expected,
        "%s: %s is declared missing: expected %s to be empty, found a value",
        where,
        feature,
        what);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Fails the rule if there are faults. */
  void report() {
    if (!found.isEmpty()) {
      String more = found.size() > MOST ? "\n... and %d more".formatted(found.size() - MOST) : "";
      throw new AssertionError(
          String.join("\n", found.subList(0, Math.min(MOST, found.size()))) + more);
    }
  }
}
