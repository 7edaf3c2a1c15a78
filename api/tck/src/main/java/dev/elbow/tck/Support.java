package dev.elbow.tck;

import dev.elbow.spi.DataValues;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What a likelihood of one or two features may add up over: its points and their weights. */
enum Support {
  BITS("0 and 1"),
  LEVELS("256 levels from 0 to 1"),
  INTERVAL("the numbers from 0 to 1"),
  LINE("all numbers");

  private final String label;

  Support(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** The supports on which data of this kind can have a distribution. */
  static List<Support> of(DataValues values) {
    return switch (values) {
      case BINARY -> List.of(BITS, LINE);
      case UNIT_INTERVAL -> List.of(LEVELS, INTERVAL, LINE);
      case REAL -> List.of(LINE);
    };
  }

  /** Points and weights around a centre, which tells the number of features, 1 or 2. */
  Grid grid(double[] centre) {
    return switch (this) {
      case BITS -> Grid.product(new double[] {0, 1}, ones(2), centre.length);
      case LEVELS -> Grid.product(levels(), ones(256), centre.length);
      case INTERVAL -> interval(centre.length == 1 ? 2000 : 100, centre.length);
      case LINE -> Grid.around(centre, 0.5);
    };
  }

  private static Grid interval(int count, int features) {
    double[] middles = IntStream.range(0, count).mapToDouble(i -> (i + 0.5) / count).toArray();
    double[] weights = new double[count];
    Arrays.fill(weights, 1.0 / count);
    return Grid.product(middles, weights, features);
  }

  private static double[] levels() {
    return IntStream.range(0, 256).mapToDouble(i -> i / 255.0).toArray();
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  boolean isDiscrete() {
    return this == BITS || this == LEVELS;
  }
}
