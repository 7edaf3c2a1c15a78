package dev.elbow.report.comparison;

import dev.elbow.report.record.FigureNames;
import java.util.Map;

/** Which way a figure is better. */
enum Direction {
  LOWER,
  HIGHER,

  /** Neither less nor more is better by itself: a share of a sum, a count, or an unknown figure. */
  NEITHER;

  /** The names behind the dot; figures of a probe have a count of labels behind theirs. */
  private static final Map<String, Direction> KNOWN =
      Map.of(
          "negativeElbo", LOWER,
          "logLikelihood", HIGHER,
          "bitsPerDimension", LOWER,
          "reconstructionError", LOWER,
          "aggregateMmd", LOWER,
          "frechetDistance", LOWER,
          "classCrossEntropy", LOWER,
          "probeAccuracy", HIGHER);

  static Direction of(String figure) {
    String name = FigureNames.figure(figure).replaceFirst("\\d+$", "");
    return KNOWN.getOrDefault(name, NEITHER);
  }

  /** How much better a value is than another, in the figure's unit. */
  double gain(double value, double other) {
    return this == LOWER ? other - value : value - other;
  }
}
