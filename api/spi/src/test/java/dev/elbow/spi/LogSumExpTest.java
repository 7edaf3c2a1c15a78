package dev.elbow.spi;

import static dev.elbow.spi.Operation.assertMatrix;
import static dev.elbow.spi.Operation.assertRows;
import static dev.elbow.spi.Operation.assertVector;
import static dev.elbow.spi.Operation.normal;
import static dev.elbow.spi.Operation.upstream;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** logSumExp and logSoftmax, over either dimension, where one or both are of size 1 too. */
class LogSumExpTest {
  private static final String SHAPES_AND_DIMENSIONS =
      """
      1, 1, 0
      1, 1, 1
      4, 1, 0
      4, 1, 1
      1, 4, 0
      1, 4, 1
      3, 4, 0
      3, 4, 1
      """;

  private static Operation logSumExp(int dimension) {
    return new Operation((graph, x) -> graph.logSumExp(x, dimension));
  }

  private static Operation logSoftmax(int dimension) {
    return new Operation((graph, x) -> graph.logSoftmax(x, dimension));
  }

  /** What stands beside x[i][j] along the dimension. */
  private static DoubleStream line(double[][] x, int dimension, int i, int j) {
    return dimension == 1
        ? Arrays.stream(x[i])
        : IntStream.range(0, x.length).mapToDouble(row -> x[row][j]);
  }

  private static double plainLogSumExp(DoubleStream values) {
    return Math.log(values.map(Math::exp).sum());
  }

  @ParameterizedTest
  @CsvSource(textBlock = SHAPES_AND_DIMENSIONS)
  void logSumExpIsTheLogOfTheSumOfExponentials(int rows, int columns, int dimension) {
    double[][] x = normal(rows, columns);
    double[] expected = new double[dimension == 1 ? rows : columns];
    Arrays.setAll(expected, i -> plainLogSumExp(line(x, dimension, i % rows, i % columns)));
    assertVector(logSumExp(dimension).value(x), expected);
  }

  /** d/dx_ij = softmax_ij times what arrives at its line. */
  @ParameterizedTest
  @CsvSource(textBlock = SHAPES_AND_DIMENSIONS)
  void theSlopeOfLogSumExpIsTheSoftmax(int rows, int columns, int dimension) {
    double[][] x = normal(rows, columns);
    double[] upstream = upstream(dimension == 1 ? rows : columns);
    double[][] expected = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double softmax = Math.exp(x[i][j] - plainLogSumExp(line(x, dimension, i, j)));
        expected[i][j] = softmax * upstream[dimension == 1 ? i : j];
      }
    }
    assertRows(logSumExp(dimension).gradient(x, upstream), expected);
  }

  @ParameterizedTest
  @CsvSource(textBlock = SHAPES_AND_DIMENSIONS)
  void logSoftmaxIsTheDifferenceToTheLogSumExp(int rows, int columns, int dimension) {
    double[][] x = normal(rows, columns);
    double[][] expected = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        expected[i][j] = x[i][j] - plainLogSumExp(line(x, dimension, i, j));
      }
    }
    assertMatrix(logSoftmax(dimension).value(x), expected);
  }

  /** d/dx_ij = upstream_ij - softmax_ij times the sum of what arrives at its line. */
  @ParameterizedTest
  @CsvSource(textBlock = SHAPES_AND_DIMENSIONS)
  void theSlopeOfLogSoftmaxCountsTheWholeLine(int rows, int columns, int dimension) {
    double[][] x = normal(rows, columns);
    double[] upstream = upstream(rows * columns);
    double[][] arriving = new double[rows][];
    Arrays.setAll(arriving, i -> Arrays.copyOfRange(upstream, i * columns, (i + 1) * columns));
    double[][] expected = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double softmax = Math.exp(x[i][j] - plainLogSumExp(line(x, dimension, i, j)));
        double whole = line(arriving, dimension, i, j).sum();
        expected[i][j] = arriving[i][j] - softmax * whole;
      }
    }
    assertRows(logSoftmax(dimension).gradient(x, upstream), expected);
  }

  @Test
  void neitherOverflows() {
    double[] x = {1000, 999, -1000};
    double expected = 1000 + Math.log1p(Math.exp(-1));
    assertVector(logSumExp(1).value(x), expected);
    assertVector(logSumExp(1).value(new double[] {-1e5, -1e5}), -1e5 + Math.log(2));
    assertMatrix(
        logSoftmax(1).value(x), new double[] {1000 - expected, 999 - expected, -1000 - expected});
  }

  @Test
  void equalValuesShareTheSlope() {
    double third = 1.0 / 3;
    assertRows(
        logSumExp(1).gradient(new double[][] {{7, 7, 7}}, 1), new double[] {third, third, third});
  }
}
