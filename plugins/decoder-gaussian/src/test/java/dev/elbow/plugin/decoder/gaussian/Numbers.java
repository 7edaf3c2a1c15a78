package dev.elbow.plugin.decoder.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

/** Test values, the textbook density, and comparisons. */
final class Numbers {
  private Numbers() {}

  static double[][] normal(long seed, int rows, int columns) {
    Random random = new Random(seed);
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    return values;
  }

  static double[][] repeated(double[] row, int times) {
    double[][] rows = new double[times][];
    Arrays.fill(rows, row);
    return rows;
  }

  /** Each row of a, then of b. */
  static double[][] beside(double[][] a, double[][] b) {
    double[][] rows = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      rows[i] = Arrays.copyOf(a[i], a[i].length + b[i].length);
      System.arraycopy(b[i], 0, rows[i], a[i].length, b[i].length);
    }
    return rows;
  }

  static double sigmoid(double v) {
    return 1 / (1 + Math.exp(-v));
  }

  /** -log of the normal density, as textbooks write it. */
  static double textbook(double x, double mean, double sigma) {
    double t = (x - mean) / sigma;
    return -Math.log(Math.exp(-t * t / 2) / (sigma * Math.sqrt(2 * Math.PI)));
  }

  /** The sums of the rows with one sigma. */
  static double[] textbook(double[][] x, double[][] mean, double sigma) {
    double[] sums = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        sums[i] += textbook(x[i][j], mean[i][j], sigma);
      }
    }
    return sums;
  }

  /** The mean over everything of (x - mean)^2. */
  static double meanSquaredError(double[][] x, double[][] mean) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        sum += Math.pow(x[i][j] - mean[i][j], 2);
      }
    }
    return sum / (x.length * x[0].length);
  }

  static double average(double[] x) {
    return Arrays.stream(x).average().orElseThrow();
  }

  /** Equal up to this part of the expected value, or of 1 if that is smaller. */
  static void assertClose(double[] actual, double[] expected, double tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i])
          .describedAs("[%d]", i)
          .isCloseTo(expected[i], within(tolerance * Math.max(1, Math.abs(expected[i]))));
    }
  }

  static void assertClose(double actual, double expected, double tolerance) {
    assertClose(new double[] {actual}, new double[] {expected}, tolerance);
  }
}
