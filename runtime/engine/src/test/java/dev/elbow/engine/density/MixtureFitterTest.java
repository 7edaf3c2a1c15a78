package dev.elbow.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.density.MixtureFitter.Fit;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MixtureFitterTest {
  private static Fit fit(Codes codes, int components, CovarianceKind kind) {
    return new MixtureFitter(DensityKind.mixture(components, kind), FitProgress.SILENT)
        .fit(codes, 3);
  }

  /** Three components, far from one another, whose shapes differ. */
  private static GaussianMixture separated() {
    return new GaussianMixture(
        new double[] {0.5, 0.3, 0.2},
        new double[][] {{-20, 0}, {0, 30}, {20, 5}},
        new double[][][] {{{1, 0.8}, {0.8, 1}}, {{4, 0}, {0, 0.25}}, {{1, -0.5}, {-0.5, 2}}});
  }

  @Test
  void wellSeparatedComponentsAreRecovered() {
    GaussianMixture truth = separated();
    Fit fit = fit(Draws.codes(truth, 20_000, 1), 3, CovarianceKind.FULL);

    GaussianMixture found = fit.mixture();
    assertThat(fit.converged()).isTrue();
    List<Integer> order =
        IntStream.range(0, 3)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> found.means()[k][0]))
            .toList();
    for (int k = 0; k < 3; k++) {
      int match = order.get(k);
      assertThat(found.weights()[match]).isEqualTo(truth.weights()[k], within(0.015));
      for (int i = 0; i < 2; i++) {
        assertThat(found.means()[match][i]).isEqualTo(truth.means()[k][i], within(0.1));
        for (int j = 0; j < 2; j++) {
          assertThat(found.covariances()[match][i][j])
              .isEqualTo(truth.covariances()[k][i][j], within(0.2));
        }
      }
    }
  }

  @Test
  void theFitIsAtLeastAsLikelyAsTheTruth() {
    GaussianMixture truth = separated();
    var codes = truth.sample(5000, 2);

    GaussianMixture found = fit(Codes.of(codes), 3, CovarianceKind.FULL).mixture();
    assertThat(Arrays.stream(found.logDensity(codes)).sum())
        .isGreaterThan(Arrays.stream(truth.logDensity(codes)).sum());
  }

  @ParameterizedTest
  @EnumSource(CovarianceKind.class)
  void oneComponentHasTheSamplesMeanAndCovariance(CovarianceKind kind) {
    Codes codes = Draws.codes(new Draws(12).mixture(2, 3), 500, 4);
    GaussianMixture found = fit(codes, 1, kind).mixture();

    assertThat(found.weights()).containsExactly(1);
    for (int i = 0; i < 3; i++) {
      assertThat(found.means()[0][i]).isEqualTo(mean(codes, i), within(1e-12));
      for (int j = 0; j < 3; j++) {
        boolean wanted = i == j || kind == CovarianceKind.FULL;
        double expected = wanted ? covariance(codes, i, j) : 0;
        assertThat(found.covariances()[0][i][j]).isEqualTo(expected, within(1e-11));
      }
    }
  }

  private static double mean(Codes codes, int i) {
    double sum = 0;
    for (int n = 0; n < codes.count(); n++) {
      sum += codes.at(n, i);
    }
    return sum / codes.count();
  }

  private static double covariance(Codes codes, int i, int j) {
    double sum = 0;
    for (int n = 0; n < codes.count(); n++) {
      sum += (codes.at(n, i) - mean(codes, i)) * (codes.at(n, j) - mean(codes, j));
    }
    return sum / codes.count();
  }

  @Test
  void theBitsDoNotDependOnTheNumberOfThreads() throws Exception {
    Codes codes = Draws.codes(new Draws(13).mixture(6, 3), 3000, 5);

    GaussianMixture alone = onThreads(1, codes);
    GaussianMixture together = onThreads(4, codes);
    assertThat(together.weights()).isEqualTo(alone.weights());
    assertThat(together.means()).isDeepEqualTo(alone.means());
    for (int k = 0; k < alone.components(); k++) {
      assertThat(together.covariances()[k]).isDeepEqualTo(alone.covariances()[k]);
    }
  }

  private static GaussianMixture onThreads(int threads, Codes codes) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> fit(codes, 5, CovarianceKind.FULL).mixture()).get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void theUnitsOfTheCodesDoNotMatter() {
    GaussianMixture truth = separated();
    Codes codes = Draws.codes(truth, 2000, 6);
    double[] values = codes.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2 == 0 ? 1e-5 * values[i] + 7 : 1e5 * values[i];
    }
    Codes other = new Codes(values, codes.count(), 2);

    double[] one =
        new MixtureScores(fit(codes, 3, CovarianceKind.FULL).mixture()).logDensity(codes);
    double[] two =
        new MixtureScores(fit(other, 3, CovarianceKind.FULL).mixture()).logDensity(other);
    for (int i = 0; i < one.length; i++) {
      assertThat(two[i]).isEqualTo(one[i], within(1e-5));
    }
  }

  @Test
  void copiesOfFewCodesAreFitted() {
    double[][] rows = new double[90][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {i % 3, i % 3 == 1 ? 5 : 0};
    }
    Fit fit = fit(Draws.codes(rows), 3, CovarianceKind.FULL);

    for (double weight : fit.mixture().weights()) {
      assertThat(weight).isEqualTo(1.0 / 3, within(1e-9));
    }
    assertThat(fit.mixture().covariances()[0][0][0]).isPositive().isLessThan(1e-5);
  }

  @Test
  void aDimensionThatIsConstantIsAllowed() {
    Draws draws = new Draws(14);
    double[][] rows = new double[100][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {draws.normal(), 0.1f, 0};
    }
    GaussianMixture found = fit(Draws.codes(rows), 2, CovarianceKind.FULL).mixture();

    assertThat(found.means()[0][1]).isEqualTo(0.1f, within(1e-9));
    assertThat(found.covariances()[0][1][1]).isPositive().isLessThan(1e-7);
    assertThat(found.means()[1][2]).isEqualTo(0, within(1e-9));
  }

  @Test
  void asManyComponentsAsCodesIsTheMost() {
    Codes codes = Draws.codes(new double[][] {{1, 0}, {2, 3}, {5, 1}});

    assertThat(fit(codes, 3, CovarianceKind.FULL).mixture().components()).isEqualTo(3);
    assertThatThrownBy(() -> fit(codes, 4, CovarianceKind.DIAGONAL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found 3");
  }

  @Test
  void oneCodeHasAGaussian() {
    GaussianMixture found =
        fit(Draws.codes(new double[][] {{4, -2}}), 1, CovarianceKind.FULL).mixture();

    assertThat(found.means()[0]).containsExactly(4, -2);
  }

  @Test
  void codesThatAreNotFiniteAreAFailure() {
    assertThatThrownBy(() -> Codes.of(Draws.tensor(new double[][] {{1, 2}, {3, Double.NaN}})))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("found NaN in example 1");
  }
}
