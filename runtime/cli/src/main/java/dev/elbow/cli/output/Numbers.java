package dev.elbow.cli.output;

import dev.elbow.runs.Decimals;
import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class Numbers {
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private Numbers() {}

  /** {@code 60,000}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 251.34}; {@code 0.00423} for what is small, {@code 1.234e+09} for what is large. */
  public static String figure(double value) {
    return Decimals.figure(value);
  }

  /** With the decimals that {@link #error} has: {@code 11.380} beside 0.017. */
  public static String figure(double value, double error) {
    return Decimals.figure(value, error);
  }

  /** A standard error: two digits that count, at least two decimals. */
  public static String error(double error) {
    return Decimals.error(error);
  }

  /** A time left: {@code 0:07}, {@code 1:02:03}. */
  public static String clock(double seconds) {
    if (!Double.isFinite(seconds)) {
      return "?";
    }
    long whole = Math.round(Math.max(0, seconds));
    return whole < HOUR
        ? String.format(Locale.ROOT, "%d:%02d", whole / MINUTE, whole % MINUTE)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", whole / HOUR, whole % HOUR / MINUTE, whole % MINUTE);
  }

  /** A time taken: {@code 8.4 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  public static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < MINUTE) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    return whole < HOUR
        ? whole / MINUTE + " min " + whole % MINUTE + " s"
        : whole / HOUR + " h " + whole % HOUR / MINUTE + " min";
  }

  /** {@code 3.9 GB}, in powers of 1000. */
  public static String bytes(long bytes) {
    String[] units = {"B", "kB", "MB", "GB", "TB"};
    double value = bytes;
    int unit = 0;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
  }
}
