package dev.elbow.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {
  private final Draws draws = new Draws(1);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 20})
  void theFactorTimesItsTransposeIsTheMatrix(int size) {
    double[][] covariance = draws.covariance(size);
    Cholesky factor = Cholesky.of(covariance).orElseThrow();

    double[][] lower = columnsOf(factor, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double product = 0;
        for (int k = 0; k < size; k++) {
          product += lower[k][i] * lower[k][j];
        }
        assertThat(product).isEqualTo(covariance[i][j], within(1e-12 * size * size));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 20})
  void whiteningUndoesColoring(int size) {
    Cholesky factor = Cholesky.of(draws.covariance(size)).orElseThrow();
    double[] white = draws.normals(size);

    double[] colored = factor.color(white);
    double[][] whitening = factor.whitening();
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += whitening[i][j] * colored[j];
      }
      assertThat(sum).isEqualTo(white[i], within(1e-10));
    }
  }

  @Test
  void theLogDeterminantOfADiagonalIsTheSumOfItsLogs() {
    double[][] diagonal = {{1e-200, 0, 0}, {0, 1e-200, 0}, {0, 0, 4}};

    assertThat(Cholesky.of(diagonal).orElseThrow().logDeterminant())
        .isEqualTo(2 * Math.log(1e-200) + Math.log(4), within(1e-10));
  }

  @Test
  void whatIsNotPositiveDefiniteHasNone() {
    assertThat(Cholesky.of(new double[][] {{1, 2}, {2, 1}})).isEmpty();
    assertThat(Cholesky.of(new double[][] {{1, 1}, {1, 1}})).isEmpty();
    assertThat(Cholesky.of(new double[][] {{0}})).isEmpty();
    assertThat(Cholesky.of(new double[][] {{Double.NaN}})).isEmpty();
    assertThat(Cholesky.of(new double[][] {{Double.POSITIVE_INFINITY}})).isEmpty();
  }

  private static double[][] columnsOf(Cholesky factor, int size) {
    double[][] columns = new double[size][];
    for (int j = 0; j < size; j++) {
      double[] unit = new double[size];
      unit[j] = 1;
      columns[j] = factor.color(unit);
    }
    return columns;
  }
}
