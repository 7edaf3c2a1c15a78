package dev.elbow.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One operation on one matrix, whose number of rows the graph does not know. */
record Operation(BiFunction<Graph, SDVariable, SDVariable> formula) {

  /** The value, with the shape the operation gives it. */
  INDArray value(double[]... x) {
    PlainGraph graph = new PlainGraph();
    SDVariable y = formula.apply(graph, input(graph, x));
    return graph.sameDiff().output(feed(x), y.name()).get(y.name());
  }

  /** The gradient of sum_i upstream_i y_i, y in row-major order. */
  double[][] gradient(double[][] x, double... upstream) {
    PlainGraph graph = new PlainGraph();
    SDVariable y = formula.apply(graph, input(graph, x));
    INDArray weights = Nd4j.createFromArray(upstream).reshape(value(x).shape());
    SDVariable loss = y.mul(graph.sameDiff().constant(weights)).sum();
    graph.sameDiff().setLossVariables(loss.name());
    return graph.sameDiff().calculateGradients(feed(x), "shift").get("shift").toDoubleMatrix();
  }

  /** ND4J differentiates by variables alone, so a variable of zeros is added to what is fed. */
  private static SDVariable input(PlainGraph graph, double[][] x) {
    SDVariable input = graph.sameDiff().placeHolder("x", DataType.DOUBLE, -1, x[0].length);
    INDArray zeros = Nd4j.zeros(DataType.DOUBLE, x.length, x[0].length);
    return input.add(graph.sameDiff().var("shift", zeros));
  }

  private static Map<String, INDArray> feed(double[][] x) {
    return Map.of("x", Nd4j.createFromArray(x));
  }

  static double[][] normal(int rows, int columns) {
    Random random = new Random(rows * 100L + columns);
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    return values;
  }

  /** 2, 3, 4, ..: a gradient that arrives at an operation and differs for each element. */
  static double[] upstream(int length) {
    double[] values = new double[length];
    Arrays.setAll(values, i -> i + 2);
    return values;
  }

  static void assertVector(INDArray actual, double... expected) {
    assertThat(actual.shape()).containsExactly(expected.length);
    assertRows(new double[][] {actual.toDoubleVector()}, new double[][] {expected});
  }

  static void assertMatrix(INDArray actual, double[]... expected) {
    assertThat(actual.shape()).containsExactly(expected.length, expected[0].length);
    assertRows(actual.toDoubleMatrix(), expected);
  }

  static void assertRows(double[][] actual, double[]... expected) {
    assertThat(actual).hasDimensions(expected.length, expected[0].length);
    for (int i = 0; i < actual.length; i++) {
      for (int j = 0; j < actual[i].length; j++) {
        assertThat(actual[i][j])
            .describedAs("[%d, %d]", i, j)
            .isCloseTo(expected[i][j], within(1e-13 * Math.max(1, Math.abs(expected[i][j]))));
      }
    }
  }
}
