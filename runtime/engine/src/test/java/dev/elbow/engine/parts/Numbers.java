package dev.elbow.engine.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Matrices of test values, comparisons and simple statistics. */
final class Numbers {
  private static final double STEP = 1e-5;

  private Numbers() {}

  /** Independent normal values. */
  static double[][] normal(long seed, int rows, int columns) {
    Random random = new Random(seed);
    return IntStream.range(0, rows)
        .mapToObj(i -> DoubleStream.generate(random::nextGaussian).limit(columns).toArray())
        .toArray(double[][]::new);
  }

  static double[] filled(int length, double value) {
    double[] values = new double[length];
    Arrays.fill(values, value);
    return values;
  }

  /** The row, {@code times} times over. */
  static double[][] repeated(double[] row, int times) {
    double[][] rows = new double[times][];
    Arrays.fill(rows, row);
    return rows;
  }

  /** The points of a line from -radius to radius, one a row. */
  static double[][] line(double radius, double step) {
    int half = (int) Math.round(radius / step);
    return IntStream.rangeClosed(-half, half)
        .mapToObj(i -> new double[] {i * step})
        .toArray(double[][]::new);
  }

  static double[] concat(double[]... parts) {
    return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
  }

  static double[] map(double[] x, DoubleUnaryOperator f) {
    return Arrays.stream(x).map(f).toArray();
  }

  /** sum_i f(a_i, b_i). */
  static double sum(double[] a, double[] b, DoubleBinaryOperator f) {
    return IntStream.range(0, a.length).mapToDouble(i -> f.applyAsDouble(a[i], b[i])).sum();
  }

  static double mean(double[] x) {
    return Arrays.stream(x).average().orElseThrow();
  }

  /** The standard error of the mean. */
  static double standardError(double[] x) {
    double mean = mean(x);
    double squares = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (x.length - 1) / x.length);
  }

  /** The slopes of f at x, by central differences. */
  static double[] slopes(double[] x, ToDoubleFunction<double[]> f) {
    double[] slopes = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double[] above = x.clone();
      double[] below = x.clone();
      above[i] += STEP;
      below[i] -= STEP;
      slopes[i] = (f.applyAsDouble(above) - f.applyAsDouble(below)) / (2 * STEP);
    }
    return slopes;
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

  static void assertClose(double[][] actual, double[][] expected, double tolerance) {
    assertThat(actual.length).describedAs("rows").isEqualTo(expected.length);
    for (int i = 0; i < actual.length; i++) {
      assertClose(actual[i], expected[i], tolerance);
    }
  }

  static void assertFinite(double[]... rows) {
    for (double[] row : rows) {
      assertThat(Arrays.stream(row).boxed().toList()).allMatch(Double::isFinite);
    }
  }
}
