package dev.elbow.plugin.metric.samples;

import dev.elbow.spi.CodeSource;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Matrix;
import dev.elbow.spi.Measurement;
import java.util.Locale;

/** How figures of samples are named, and what they need. */
final class SampleSet {
  private SampleSet() {}

  /** A measurement whose name and settings tell the source of the codes. */
  static Measurement measurement(
      CodeSource from, String figure, double value, String unit, int samples) {
    String source = from.name().toLowerCase(Locale.ROOT);
    String set = from == CodeSource.PRIOR ? "samples" : source + "Samples";
    return Measurement.of(set + "." + figure, value, unit)
        .withSetting("from", source)
        .withSetting("samples", samples);
  }

  /**
   * @throws InputException if there is nothing to compare with
   */
  static void requireTwo(Matrix pixels, String metric) {
    if (pixels.rows() < 2) {
      throw new InputException(
          "METRIC-TOO-FEW",
          "%s compares test examples with one another: expected at least 2, found %d"
              .formatted(metric, pixels.rows()),
          "",
          "Take data with more test examples, or leave " + metric + " out.");
    }
  }
}
