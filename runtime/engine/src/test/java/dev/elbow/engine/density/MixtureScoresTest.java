package dev.elbow.engine.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MixtureScoresTest {

  @Test
  void responsibilitiesAreBayesRule() {
    GaussianMixture mixture = new Draws(7).mixture(4, 3);
    Codes codes = Draws.codes(mixture, 30, 2);

    double[][] shares = new MixtureScores(mixture).joint(codes.columns(new Codes.Range(0, 30)));
    MixtureScores.normalize(shares);
    for (int i = 0; i < 30; i++) {
      double[] naive = new double[4];
      double sum = 0;
      for (int k = 0; k < 4; k++) {
        double log =
            Draws.logNormal(Draws.row(codes, i), mixture.means()[k], mixture.covariances()[k]);
        naive[k] = mixture.weights()[k] * Math.exp(log);
        sum += naive[k];
      }
      for (int k = 0; k < 4; k++) {
        assertThat(shares[k][i]).isEqualTo(naive[k] / sum, within(1e-12));
      }
    }
  }

  @Test
  void responsibilitiesOfAFarCodeStillSumToOne() {
    double[][] logs = {{-1e6}, {-1e6 - 1}, {-2e6}};

    double sum = MixtureScores.normalize(logs)[0];
    assertThat(logs[0][0] + logs[1][0] + logs[2][0]).isEqualTo(1, within(1e-15));
    assertThat(logs[0][0]).isEqualTo(1 / (1 + Math.exp(-1)), within(1e-12));
    assertThat(sum).isEqualTo(-1e6 + Math.log1p(Math.exp(-1)), within(1e-6));
  }
}
