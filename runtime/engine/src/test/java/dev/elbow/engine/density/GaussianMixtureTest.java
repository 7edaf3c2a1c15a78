package dev.elbow.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.runs.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianMixtureTest {
  private static final double[][] UNIT = {{1}};

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 5", "4, 1", "3, 6"})
  void theLogDensityIsThatOfTheDenseFormula(int components, int size) {
    GaussianMixture mixture = new Draws(2).mixture(components, size);
    Tensor tensor = mixture.sample(700, 5);
    Codes codes = Codes.of(tensor);

    double[] logs = mixture.logDensity(tensor);
    for (int i = 0; i < codes.count(); i++) {
      double sum = 0;
      for (int k = 0; k < components; k++) {
        double log =
            Draws.logNormal(Draws.row(codes, i), mixture.means()[k], mixture.covariances()[k]);
        sum += mixture.weights()[k] * Math.exp(log);
      }
      assertThat(logs[i]).isEqualTo(Math.log(sum), within(1e-9));
    }
  }

  @Test
  void farFromEveryComponentTheLogDensityIsFinite() {
    GaussianMixture mixture =
        new GaussianMixture(
            new double[] {0.5, 0.5}, new double[][] {{0}, {1}}, new double[][][] {UNIT, UNIT});

    double log = mixture.logDensity(Tensor.of(new float[] {1001}, 1, 1))[0];
    assertThat(log).isEqualTo(Math.log(0.5) - 0.5 * Math.log(2 * Math.PI) - 500_000, within(1e-6));
  }

  @Test
  void theDensityIntegratesToOne() {
    GaussianMixture mixture = new Draws(3).mixture(3, 1);
    int steps = 40_000;
    float[] grid = new float[steps];
    for (int i = 0; i < steps; i++) {
      grid[i] = -20 + 40f * i / steps;
    }
    double[] logs = mixture.logDensity(Tensor.of(grid, steps, 1));

    assertThat(Arrays.stream(logs).map(Math::exp).sum() * 40 / steps).isEqualTo(1, within(1e-5));
  }

  @Test
  void samplesHaveTheMixturesMeanAndCovariance() {
    GaussianMixture mixture = new Draws(4).mixture(3, 2);
    int count = 200_000;
    Codes codes = Draws.codes(mixture, count, 9);
    Moments found = new Moments(1, 2, CovarianceKind.FULL);
    for (Codes.Range block : Codes.blocks(new Codes.Range(0, count))) {
      double[][] ones = new double[1][block.length()];
      Arrays.fill(ones[0], 1);
      found.add(codes, block, ones);
    }

    double[] mean = new double[2];
    double[][] second = new double[2][2];
    for (int k = 0; k < 3; k++) {
      double[] m = mixture.means()[k];
      for (int i = 0; i < 2; i++) {
        mean[i] += mixture.weights()[k] * m[i];
        for (int j = 0; j < 2; j++) {
          second[i][j] += mixture.weights()[k] * (mixture.covariances()[k][i][j] + m[i] * m[j]);
        }
      }
    }
    for (int i = 0; i < 2; i++) {
      assertThat(found.mean(0)[i]).isEqualTo(mean[i], within(0.02));
      for (int j = 0; j < 2; j++) {
        double covariance = second[i][j] - mean[i] * mean[j];
        assertThat(found.covariance(0)[i][j]).isEqualTo(covariance, within(0.05));
      }
    }
  }

  @Test
  void theFirstSamplesAreTheSameWhateverTheCount() {
    GaussianMixture mixture = new Draws(5).mixture(2, 3);

    float[] few = mixture.sample(4, 1).data();
    assertThat(Arrays.copyOf(mixture.sample(50, 1).data(), 12)).isEqualTo(few);
    assertThat(mixture.sample(4, 2).data()).isNotEqualTo(few);
  }

  @Test
  void movingChangesTheDensityByTheScalesAlone() {
    GaussianMixture mixture = new Draws(6).mixture(2, 2);
    GaussianMixture moved = mixture.moved(new double[] {2, 0.25}, new double[] {3, -1});

    double before = mixture.logDensity(Tensor.of(new float[] {0.5f, -1}, 1, 2))[0];
    double after = moved.logDensity(Tensor.of(new float[] {4, -1.25f}, 1, 2))[0];
    assertThat(after).isEqualTo(before - Math.log(2 * 0.25), within(1e-12));
  }

  @Test
  void whatIsNoDensityIsRefused() {
    double[] one = {1};
    double[][] mean = {{0}};
    double[][][] unit = {UNIT};
    refuses(new double[0], new double[0][], new double[0][][], "at least one component");
    refuses(new double[] {0.5}, mean, unit, "sum is not 1");
    refuses(
        new double[] {1.5, -0.5},
        new double[][] {{0}, {0}},
        new double[][][] {UNIT, UNIT},
        "not positive");
    refuses(one, new double[][] {{Double.NaN}}, unit, "not finite");
    refuses(one, new double[][] {{0, 0}}, unit, "another size");
    refuses(one, mean, new double[][][] {{{-1}}}, "not positive definite");
    refuses(one, new double[][] {{0, 0}}, new double[][][] {{{1, 0.5}, {0.2, 1}}}, "symmetric");
  }

  private static void refuses(
      double[] weights, double[][] means, double[][][] covariances, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GaussianMixture(weights, means, covariances))
        .withMessageContaining(why);
  }
}
