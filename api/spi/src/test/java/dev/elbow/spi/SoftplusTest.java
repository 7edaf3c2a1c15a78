package dev.elbow.spi;

import static dev.elbow.spi.Operation.assertMatrix;
import static dev.elbow.spi.Operation.assertRows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoftplusTest {
  private final Operation softplus = new Operation(Graph::softplus);

  @Test
  void itIsLogTwoAtZero() {
    assertMatrix(softplus.value(new double[] {0}), new double[] {Math.log(2)});
  }

  @Test
  void itsSlopeAtZeroIsOneHalf() {
    assertRows(softplus.gradient(new double[][] {{0}}, 1), new double[] {0.5});
  }

  @ParameterizedTest
  @ValueSource(doubles = {-30, -2, -1e-8, 1e-8, 0.5, 30})
  void itIsLogOneAndExp(double x) {
    double expected = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    assertMatrix(softplus.value(new double[] {x}), new double[] {expected});
  }

  @ParameterizedTest
  @CsvSource({"1000, 1000, 1", "-1000, 0, 0", "1e30, 1e30, 1", "-1e30, 0, 0"})
  void itNeitherOverflowsNorLosesItsSlope(double x, double value, double slope) {
    assertMatrix(softplus.value(new double[] {x}), new double[] {value});
    assertRows(softplus.gradient(new double[][] {{x}}, 1), new double[] {slope});
  }

  @Test
  void itsSlopeIsTheSigmoidTimesWhatArrives() {
    double[] x = {-30, -1, 0, 0.5, 7};
    double[] upstream = Operation.upstream(5);
    double[] expected = new double[5];
    Arrays.setAll(expected, i -> upstream[i] / (1 + Math.exp(-x[i])));
    assertRows(softplus.gradient(new double[][] {x}, upstream), expected);
  }
}
