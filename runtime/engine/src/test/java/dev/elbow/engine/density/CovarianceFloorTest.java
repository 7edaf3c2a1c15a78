package dev.elbow.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CovarianceFloorTest {
  private final CovarianceFloor floor = new CovarianceFloor(0.25);

  @Test
  void aCovarianceAboveTheFloorIsLeftAsItIs() {
    double[][] covariance = {{1, 0.5}, {0.5, 1}};

    assertThat(floor.raise(covariance)).isSameAs(covariance);
  }

  @Test
  void eigenvaluesBelowTheFloorAreRaisedToItAndDirectionsKept() {
    // Eigenvalues 2 and 0 along (1, 1) and (1, -1).
    double[][] raised = floor.raise(new double[][] {{1, 1}, {1, 1}});

    assertThat(raised[0][0]).isEqualTo((2 + 0.25) / 2, within(1e-14));
    assertThat(raised[1][1]).isEqualTo((2 + 0.25) / 2, within(1e-14));
    assertThat(raised[0][1]).isEqualTo((2 - 0.25) / 2, within(1e-14)).isEqualTo(raised[1][0]);
  }

  @Test
  void aDiagonalStaysDiagonal() {
    assertThat(floor.raise(new double[][] {{0, 0}, {0, 3}}))
        .isDeepEqualTo(new double[][] {{0.25, 0}, {0, 3}});
  }

  @Test
  void whatRoundingMadeNegativeIsRaisedToo() {
    double[][] raised = floor.raise(new double[][] {{-1e-17, 1e-18}, {1e-18, 1}});

    assertThat(raised[0][0]).isEqualTo(0.25, within(1e-14));
    assertThat(Cholesky.of(raised)).isPresent();
  }

  @Test
  void noOtherCovarianceAboveTheFloorIsLikelier() {
    double[][] sample = {{1, 0.9}, {0.9, 1}};
    double best = logLikelihood(floor.raise(sample), sample);
    Draws draws = new Draws(11);
    for (int i = 0; i < 2000; i++) {
      double angle = 0.2 * draws.normal() + Math.PI / 4;
      double first = 0.25 + Math.abs(1.65 + draws.normal());
      double second = 0.25 + Math.abs(0.1 * draws.normal());
      double c = Math.cos(angle);
      double s = Math.sin(angle);
      double cross = (first - second) * c * s;
      double[][] other = {
        {first * c * c + second * s * s, cross}, {cross, first * s * s + second * c * c}
      };
      assertThat(logLikelihood(other, sample)).isLessThanOrEqualTo(best);
    }
  }

  /** -1/2 (log det C + tr C^-1 S), two dimensions. */
  private static double logLikelihood(double[][] c, double[][] s) {
    double determinant = c[0][0] * c[1][1] - c[0][1] * c[1][0];
    double trace = (c[1][1] * s[0][0] + c[0][0] * s[1][1] - 2 * c[0][1] * s[0][1]) / determinant;
    return -0.5 * (Math.log(determinant) + trace);
  }
}
