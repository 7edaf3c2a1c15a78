package dev.elbow.graph.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NumericTest {

  @Test
  void theJacobianOfPolarCoordinatesHasTheRadiusAsItsDeterminant() {
    double[][] jacobian =
        NumericJacobian.of(
            p -> new double[] {p[0] * Math.cos(p[1]), p[0] * Math.sin(p[1])},
            new double[] {2.5, 0.7});
    assertThat(jacobian[0])
        .containsExactly(new double[] {Math.cos(0.7), -2.5 * Math.sin(0.7)}, within(1e-9));
    assertThat(LogDeterminant.of(jacobian)).isCloseTo(Math.log(2.5), within(1e-9));
    assertThat(LogDeterminant.sign(jacobian)).isEqualTo(1);
  }

  @Test
  void rowsThatChangePlacesChangeTheSignAlone() {
    double[][] matrix = {{0, 3, 1}, {2, 0, 0}, {0, 0, 4}};
    assertThat(LogDeterminant.of(matrix)).isCloseTo(Math.log(24), within(1e-12));
    assertThat(LogDeterminant.sign(matrix)).isEqualTo(-1);
  }

  @Test
  void aSingularMatrixHasTheLogarithmOfZero() {
    double[][] matrix = {{1, 2}, {2, 4}};
    assertThat(LogDeterminant.of(matrix)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(LogDeterminant.sign(matrix)).isZero();
  }
}
