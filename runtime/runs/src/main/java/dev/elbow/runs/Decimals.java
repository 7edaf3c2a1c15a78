package dev.elbow.runs;

import java.util.Locale;

/** Figures and their standard errors with the digits that count, the same in every locale. */
public final class Decimals {
  private static final double LARGE = 1e6;
  private static final double SMALL = 0.1;
  private static final double TINY = 1e-4;
  private static final int MOST_DECIMALS = 9;

  private Decimals() {}

  /** {@code 251.34}; {@code 0.00423} for what is small, {@code 1.234e+09} for what is large. */
  public static String figure(double value) {
    double size = Math.abs(value);
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (size >= LARGE || size > 0 && size < TINY) {
      return String.format(Locale.ROOT, size >= LARGE ? "%.3e" : "%.2e", value);
    }
    int decimals = size == 0 || size >= SMALL ? 2 : 2 - (int) Math.floor(Math.log10(size));
    String figure = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return figure.replaceFirst("(\\.\\d{2}\\d*?)0+$", "$1");
  }

  /** With the decimals that {@link #error} has: {@code 11.380} beside 0.017. */
  public static String figure(double value, double error) {
    return Math.abs(value) < LARGE && Double.isFinite(error) && error > 0 && error < LARGE
        ? String.format(Locale.ROOT, "%." + decimals(error) + "f", value)
        : figure(value);
  }

  /** A standard error: two digits that count, at least two decimals. */
  public static String error(double error) {
    return figure(error, error);
  }

  private static int decimals(double error) {
    return Math.max(2, Math.min(MOST_DECIMALS, 1 - (int) Math.floor(Math.log10(error))));
  }
}
