package dev.elbow.report.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param least the lower end of the axis, at most the first tick
 * @param greatest the upper end, at least the last tick
 * @param step between ticks, above 0
 */
record Ticks(double least, double greatest, double step) {
  private static final double LARGE = 1e5;
  private static final double SMALL = 1e-4;

  /**
   * An axis that holds all of least to greatest; where they are equal, with something around them.
   *
   * @param wanted how many ticks, about
   */
  static Ticks around(double least, double greatest, int wanted) {
    double room = least == greatest ? Math.max(Math.abs(least) * 0.1, 0.5) : 0;
    double low = least - room;
    double high = greatest + room;
    double step = step((high - low) / wanted);
    return new Ticks(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
  }

  /** The same for counts: no step is below 1. */
  static Ticks wholeAround(double least, double greatest, int wanted) {
    Ticks ticks = around(least, greatest, wanted);
    return ticks.step() >= 1
        ? ticks
        : new Ticks(Math.floor(ticks.least()), Math.ceil(ticks.greatest()), 1);
  }

  private static double step(double raw) {
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double part = raw / power;
    if (part > 5) {
      return 10 * power;
    }
    if (part > 2) {
      return 5 * power;
    }
    return part > 1 ? 2 * power : power;
  }

  /** Where the ticks are, ascending. */
  List<Double> places() {
    List<Double> places = new ArrayList<>();
    long count = Math.round((greatest - least) / step);
    for (long i = 0; i <= count; i++) {
      places.add(least + i * step);
    }
    return places;
  }

  /** With as many decimals as the step has. */
  String label(double place) {
    double size = Math.max(Math.abs(least), Math.abs(greatest));
    if (size >= LARGE || size < SMALL) {
      return place == 0 ? "0" : String.format(Locale.ROOT, "%.1e", place);
    }
    int decimals = Math.max(0, -(int) Math.floor(Math.log10(step) + 1e-9));
    return BigDecimal.valueOf(place).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** From 0 at the lower end to 1 at the upper one. */
  double share(double value) {
    return (value - least) / (greatest - least);
  }
}
