package dev.elbow.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.data.RandomStreams;
import dev.elbow.engine.density.ExpectationMaximization.Expected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExpectationMaximizationTest {

  @ParameterizedTest
  @CsvSource({"FULL, 1", "FULL, 2", "FULL, 3", "DIAGONAL, 1", "DIAGONAL, 2", "DIAGONAL, 3"})
  void noIterationLowersTheLikelihood(CovarianceKind kind, long seed) {
    Codes codes = Draws.codes(new Draws(seed).mixture(5, 4), 800, seed);

    requireMonotone(Standardized.of(codes).codes(), kind, 4, seed);
  }

  @ParameterizedTest
  @EnumSource(CovarianceKind.class)
  void norWhereTheFloorHoldsComponentsUp(CovarianceKind kind) {
    // A line in three dimensions, where full covariances have no volume, and many copies of a code.
    Draws draws = new Draws(9);
    double[][] rows = new double[400][];
    for (int i = 0; i < rows.length; i++) {
      double t = draws.normal();
      rows[i] = i < 100 ? new double[] {2, 2, 2} : new double[] {t, 2 * t, -t + 1};
    }

    GaussianMixture last = requireMonotone(Standardized.of(Draws.codes(rows)).codes(), kind, 6, 4);
    double smallest = Double.POSITIVE_INFINITY;
    for (double[][] covariance : last.covariances()) {
      smallest = Math.min(smallest, covariance[0][0]);
      assertThat(Cholesky.of(covariance)).isPresent();
    }
    assertThat(smallest).isEqualTo(ExpectationMaximization.FLOOR, within(1e-12));
  }

  private static GaussianMixture requireMonotone(
      Codes codes, CovarianceKind kind, int components, long seed) {
    ExpectationMaximization em = new ExpectationMaximization(codes, kind);
    int[] groups = KMeans.groups(codes, components, RandomStreams.stream(seed, "test", 2));
    GaussianMixture mixture = em.begin(groups, components);
    double before = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 60; i++) {
      Expected expected = em.expect(mixture);
      assertThat(expected.meanLogLikelihood()).isGreaterThanOrEqualTo(before - 1e-9);
      before = expected.meanLogLikelihood();
      mixture = em.maximize(expected.moments());
    }
    return mixture;
  }

  @Test
  void theExpectedLikelihoodIsTheMixtures() {
    GaussianMixture mixture = new Draws(10).mixture(3, 2);
    Codes codes = Draws.codes(mixture, 1000, 3);
    double sum = 0;
    for (double log : mixture.logDensity(mixture.sample(1000, 3))) {
      sum += log;
    }

    double mean =
        new ExpectationMaximization(codes, CovarianceKind.FULL).expect(mixture).meanLogLikelihood();
    assertThat(mean).isEqualTo(sum / 1000, within(1e-12));
  }

  @Test
  void aComponentWithoutCodesLeaves() {
    Codes codes = Draws.codes(new double[][] {{-1}, {0}, {1}});
    GaussianMixture mixture =
        new GaussianMixture(
            new double[] {0.5, 0.5}, new double[][] {{0}, {500}}, new double[][][] {{{1}}, {{1}}});
    ExpectationMaximization em = new ExpectationMaximization(codes, CovarianceKind.FULL);

    GaussianMixture next = em.maximize(em.expect(mixture).moments());
    assertThat(next.components()).isEqualTo(1);
    assertThat(next.weights()).containsExactly(1);
    assertThat(next.means()[0][0]).isEqualTo(0, within(1e-12));
    assertThat(next.covariances()[0][0][0]).isEqualTo(2.0 / 3, within(1e-12));
  }
}
