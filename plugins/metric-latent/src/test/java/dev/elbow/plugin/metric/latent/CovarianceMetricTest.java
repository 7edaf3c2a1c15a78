package dev.elbow.plugin.metric.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.spi.Matrix;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Log-determinants that are known. */
class CovarianceMetricTest {

  @Test
  void theDeterminantIsThatOfTheRuleOfSarrus() {
    double[][] s = {{4, 0, 0}, {2, 5, 0}, {-1, 0.5, 3}};
    double determinant = 4 * (5 * 3 - 0.25) - 2 * (2 * 3 + 0.5) + -1 * (2 * 0.5 + 5);
    assertThat(Cholesky.of(s).orElseThrow().logDeterminant())
        .isCloseTo(Math.log(determinant), within(1e-12));
  }

  /** S x = b for x = (1, -2, 3), so that b' S^-1 b = b' x. */
  @Test
  void theSquaredLengthIsThatOfTheInverse() {
    double[][] s = {{4, 0, 0}, {2, 5, 0}, {-1, 0.5, 3}};
    double[] b = {4 - 4 - 3, 2 - 10 + 1.5, -1 - 1 + 9};
    double expected = b[0] - 2 * b[1] + 3 * b[2];
    assertThat(Cholesky.of(s).orElseThrow().squaredLength(b)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void theTriangleIsTheCovarianceOfTheRows() {
    Matrix rows = new Matrix(3, 2, new float[] {1, 2, 3, 6, 5, 1});
    double[][] lower = Covariance.lower(Covariance.centred(rows));
    assertThat(lower[0][0]).isCloseTo(4, within(1e-12));
    assertThat(lower[1][0]).isCloseTo(-1, within(1e-12));
    assertThat(lower[1][1]).isCloseTo(7, within(1e-12));
    assertThat(Covariance.variances(rows)).containsExactly(new double[] {4, 7}, within(1e-12));
  }

  /** z = (a, a + b, c): the covariance has determinant var a var b var c, here 0.25 x 4 x 1. */
  @Test
  void correlatedCodesHaveTheDeterminantOfTheirRoots() {
    Random random = new Random(11);
    int count = 20_000;
    float[] values = new float[count * 3];
    for (int r = 0; r < count; r++) {
      double a = 0.5 * random.nextGaussian();
      values[3 * r] = (float) a;
      values[3 * r + 1] = (float) (a + 2 * random.nextGaussian());
      values[3 * r + 2] = (float) random.nextGaussian();
    }
    Matrix codes = new Matrix(count, 3, values);
    double[][] lower = Covariance.lower(Covariance.centred(codes));
    double error = Math.sqrt(2 * 3.0 / count);
    assertThat(Cholesky.of(lower).orElseThrow().logDeterminant()).isCloseTo(0, within(4 * error));
  }

  @Test
  void dependentCodesHaveNoRoot() {
    float[] values = new float[300];
    Random random = new Random(13);
    for (int r = 0; r < 100; r++) {
      values[3 * r] = (float) random.nextGaussian();
      values[3 * r + 1] = (float) random.nextGaussian();
      values[3 * r + 2] = values[3 * r];
    }
    assertThat(Cholesky.of(Covariance.lower(Covariance.centred(new Matrix(100, 3, values)))))
        .isEmpty();
  }
}
