package dev.elbow.experiments.results;

import java.util.Locale;

/** Numbers as tables have them, the same in every locale. */
final class Digits {
  private static final int MOST_DECIMALS = 6;
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private Digits() {}

  /** Four digits that count, and at most two decimals of what is 10 or more. */
  static String figure(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    double size = Math.abs(value);
    int decimals = size >= 10 || size == 0 ? 2 : Math.min(MOST_DECIMALS, 3 - exponent(size));
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** With as many decimals as its error. */
  static String figure(double value, double error) {
    return Double.isFinite(value) && usable(error)
        ? String.format(Locale.ROOT, "%." + decimals(error) + "f", value)
        : figure(value);
  }

  /** Two digits that count. */
  static String error(double error) {
    return usable(error)
        ? String.format(Locale.ROOT, "%." + decimals(error) + "f", error)
        : figure(error);
  }

  /** {@code 15}, or {@code 2.5}. */
  static String epochs(double epochs) {
    return epochs == Math.rint(epochs)
        ? Long.toString((long) epochs)
        : String.format(Locale.ROOT, "%.1f", epochs);
  }

  /** {@code 8.4 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < MINUTE) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    return whole < HOUR
        ? whole / MINUTE + " min " + whole % MINUTE + " s"
        : whole / HOUR + " h " + whole % HOUR / MINUTE + " min";
  }

  private static boolean usable(double error) {
    return Double.isFinite(error) && error > 0;
  }

  private static int decimals(double error) {
    return Math.max(0, Math.min(MOST_DECIMALS, 1 - exponent(error)));
  }

  private static int exponent(double size) {
    return (int) Math.floor(Math.log10(size));
  }
}
