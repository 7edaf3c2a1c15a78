package dev.elbow.spi;

import static dev.elbow.spi.Operation.assertMatrix;
import static dev.elbow.spi.Operation.assertRows;
import static dev.elbow.spi.Operation.assertVector;
import static dev.elbow.spi.Operation.normal;
import static dev.elbow.spi.Operation.upstream;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;

/** Sums, means and slices, where a dimension is of size 1 too. */
class ReductionsTest {
  private final Operation sumPerExample = new Operation(Graph::sumPerExample);
  private final Operation meanOverBatch = new Operation(Graph::meanOverBatch);

  private static Operation columns(int from, int to) {
    return new Operation((graph, x) -> graph.columns(x, from, to));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "4,1", "1,4", "3,4"})
  void sumPerExampleAddsTheFeatures(int batch, int features) {
    double[][] x = normal(batch, features);
    double[] expected = new double[batch];
    Arrays.setAll(expected, i -> Arrays.stream(x[i]).sum());
    assertVector(sumPerExample.value(x), expected);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "4,1", "1,4", "3,4"})
  void whatArrivesAtAnExamplesSumReachesEachOfItsFeatures(int batch, int features) {
    double[] upstream = upstream(batch);
    double[][] expected = new double[batch][features];
    for (int i = 0; i < batch; i++) {
      Arrays.fill(expected[i], upstream[i]);
    }
    assertRows(sumPerExample.gradient(normal(batch, features), upstream), expected);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "4,1", "1,4", "3,4"})
  void rowSumsAreTheSameSumsAsAColumn(int batch, int features) {
    double[][] x = normal(batch, features);
    double[] upstream = upstream(batch);
    double[][] sums = new double[batch][];
    Arrays.setAll(sums, i -> new double[] {Arrays.stream(x[i]).sum()});
    double[][] slopes = new double[batch][features];
    for (int i = 0; i < batch; i++) {
      Arrays.fill(slopes[i], upstream[i]);
    }
    Operation rowSums = new Operation(Graph::rowSums);
    assertMatrix(rowSums.value(x), sums);
    assertRows(rowSums.gradient(x, upstream), slopes);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "4,1", "1,4", "3,4"})
  void meanOverBatchIsTheMeanOfEachFeature(int batch, int features) {
    double[][] x = normal(batch, features);
    double[] expected = new double[features];
    Arrays.setAll(expected, j -> Arrays.stream(x).mapToDouble(r -> r[j]).average().orElseThrow());
    assertVector(meanOverBatch.value(x), expected);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "4,1", "1,4", "3,4"})
  void whatArrivesAtAFeaturesMeanIsSharedByTheBatch(int batch, int features) {
    double[] upstream = upstream(features);
    double[][] expected = new double[batch][];
    Arrays.fill(expected, Arrays.stream(upstream).map(v -> v / batch).toArray());
    assertRows(meanOverBatch.gradient(normal(batch, features), upstream), expected);
  }

  @ParameterizedTest
  @CsvSource({"1,1,0,1", "3,1,0,1", "1,4,0,1", "1,4,1,3", "1,4,0,4", "3,4,0,2", "3,4,3,4"})
  void columnsAreThoseFromTheFirstToBeforeTheLast(int batch, int features, int from, int to) {
    double[][] x = normal(batch, features);
    double[][] expected = new double[batch][];
    Arrays.setAll(expected, i -> Arrays.copyOfRange(x[i], from, to));
    assertMatrix(columns(from, to).value(x), expected);
  }

  @ParameterizedTest
  @CsvSource({"1,1,0,1", "3,1,0,1", "1,4,0,1", "1,4,1,3", "1,4,0,4", "3,4,0,2", "3,4,3,4"})
  void whatArrivesAtColumnsReachesThemAlone(int batch, int features, int from, int to) {
    int width = to - from;
    double[] upstream = upstream(batch * width);
    double[][] expected = new double[batch][features];
    for (int i = 0; i < batch; i++) {
      System.arraycopy(upstream, i * width, expected[i], from, width);
    }
    assertRows(columns(from, to).gradient(normal(batch, features), upstream), expected);
  }

  /** The trap: two slices of one row, whose gradients must be added in their places. */
  @ParameterizedTest
  @CsvSource({"1", "3"})
  void twoSlicesOfOneMatrixKeepTheirGradientsApart(int batch) {
    Operation difference =
        new Operation((graph, x) -> graph.columns(x, 2, 4).sub(graph.columns(x, 0, 2).mul(10)));
    double[] upstream = upstream(2 * batch);
    double[][] expected = new double[batch][];
    Arrays.setAll(
        expected,
        i -> {
          double a = upstream[2 * i];
          double b = upstream[2 * i + 1];
          return new double[] {-10 * a, -10 * b, a, b};
        });
    assertRows(difference.gradient(normal(batch, 4), upstream), expected);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "4,1", "1,4", "3,4"})
  void theStandardNormalLogDensityIsTheClosedForm(int batch, int latent) {
    double[][] z = normal(batch, latent);
    double[] expected = new double[batch];
    Arrays.setAll(
        expected, i -> Arrays.stream(z[i]).map(v -> -0.5 * (v * v + Math.log(2 * Math.PI))).sum());
    assertVector(new Operation(Graph::standardNormalLogDensity).value(z), expected);
  }

  @Test
  void stopGradientKeepsTheValueAndStopsTheGradient() {
    Operation operation = new Operation(ReductionsTest::timesItselfStopped);
    double[][] x = {{2, -3}};
    assertMatrix(operation.value(x), new double[] {4, 9});
    assertRows(operation.gradient(x, 1, 1), new double[] {2, -3});
  }

  private static SDVariable timesItselfStopped(Graph graph, SDVariable x) {
    return x.mul(graph.stopGradient(x));
  }
}
