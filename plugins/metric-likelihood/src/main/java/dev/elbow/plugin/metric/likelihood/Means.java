package dev.elbow.plugin.metric.likelihood;

import dev.elbow.spi.Examples;
import dev.elbow.spi.Measurement;
import java.util.Arrays;

/** Means over the examples of a set. */
final class Means {
  static final String NATS = "nats per example";

  private Means() {}

  /**
   * Named after the set; a mean that is not finite has no error, and a note says how many examples
   * are to blame.
   *
   * @param perExample one figure for each example
   */
  static Measurement of(Examples examples, String figure, double[] perExample, String unit) {
    String name = examples.name() + "." + figure;
    long infinite = Arrays.stream(perExample).filter(v -> !Double.isFinite(v)).count();
    Measurement measured = Measurement.mean(name, perExample, unit);
    if (infinite > 0) {
      measured =
          Measurement.of(name, measured.value(), unit)
              .withSetting("note", "examples without a finite value: " + infinite);
    }
    return measured.withSetting("examples", perExample.length);
  }
}
