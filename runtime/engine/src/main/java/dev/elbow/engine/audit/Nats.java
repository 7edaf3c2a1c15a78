package dev.elbow.engine.audit;

import java.util.Locale;

/** Figures in sentences. */
final class Nats {
  private Nats() {}

  /** {@code 12.31}; small figures with more digits, smaller ones with an exponent. */
  static String of(double value) {
    double size = Math.abs(value);
    if (size >= 1 || value == 0) {
      return String.format(Locale.ROOT, "%.2f", value);
    }
    return String.format(Locale.ROOT, size >= 1e-3 ? "%.4f" : "%.1e", value);
  }

  /** {@code 12.31 +- 0.02}. */
  static String of(double value, double error) {
    return of(value) + " +- " + of(error);
  }
}
