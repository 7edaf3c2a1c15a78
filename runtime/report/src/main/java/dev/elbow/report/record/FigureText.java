package dev.elbow.report.record;

import dev.elbow.runs.Decimals;
import dev.elbow.runs.Figure;
import dev.elbow.spi.Bound;
import java.util.Map;
import java.util.stream.Collectors;

/** A figure in words. */
public final class FigureText {
  private FigureText() {}

  /** {@code 104.21 ± 0.32}, or {@code not a number}. */
  public static String value(Figure figure) {
    if (Double.isNaN(figure.value())) {
      return "not a number";
    }
    if (Double.isInfinite(figure.value())) {
      return figure.value() > 0 ? "infinity" : "-infinity";
    }
    double error = figure.standardError().orElse(Double.NaN);
    String value = Decimals.figure(figure.value(), error);
    return Double.isFinite(error) ? value + " \u00b1 " + Decimals.error(error) : value;
  }

  /** The unit as it stands behind a value; nothing for a plain number. */
  public static String unit(Figure figure) {
    return figure.unit().equals("1") ? "" : figure.unit();
  }

  /**
   * {@code a bound on log p(x)}, {@code not a bound: ...}; empty where the notion does not apply.
   */
  public static String bound(Figure figure) {
    return figure.bound().map(FigureText::bound).orElse("");
  }

  private static String bound(Bound bound) {
    return bound.holds() ? "a bound on " + bound.reason() : "not a bound: " + bound.reason();
  }

  /** {@code samples 500, on test}. */
  public static String settings(Figure figure) {
    Map<String, String> settings = figure.settings();
    return settings.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
