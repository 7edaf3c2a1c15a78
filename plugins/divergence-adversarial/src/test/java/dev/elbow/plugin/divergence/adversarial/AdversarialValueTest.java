package dev.elbow.plugin.divergence.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Losses and figure for a discriminator whose parameters are chosen. */
class AdversarialValueTest {

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  static double[][] normal(Random random, int rows, int latent, double mean) {
    double[][] cloud = new double[rows][latent];
    for (double[] point : cloud) {
      for (int i = 0; i < latent; i++) {
        point[i] = mean + random.nextGaussian();
      }
    }
    return cloud;
  }

  private static double linear(double[] weights, double bias, double[] z) {
    double sum = bias;
    for (int i = 0; i < z.length; i++) {
      sum += weights[i] * z[i];
    }
    return sum;
  }

  @Test
  void bothLossesAndTheFigureAreThoseOfTheFormulas() {
    Random random = new Random(5);
    for (int[] size : new int[][] {{1, 1}, {1, 3}, {4, 1}, {5, 3}}) {
      double[][] z = normal(random, size[0], size[1], 0.5);
      double[][] y = normal(random, size[0], size[1], 0);
      double[] weights = normal(random, 1, size[1], 0)[0];
      Bench bench = new Bench(ToyNetwork.LINEAR, size[0], size[1]);
      bench.set("codes", z);
      bench.set("samples", y);
      bench.setLinear(weights, 0.3);
      double adversary = 0;
      for (int i = 0; i < size[0]; i++) {
        double ofCode = linear(weights, 0.3, z[i]);
        adversary += softplus(-linear(weights, 0.3, y[i])) + softplus(ofCode);
        assertThat(bench.losses()[i]).isCloseTo(softplus(-ofCode), within(1e-14));
      }
      adversary /= size[0];
      assertThat(bench.value(Bench.ADVERSARY)).isCloseTo(adversary, within(1e-14));
      assertThat(bench.value(Bench.REPORTED)).isCloseTo(Math.log(2) - adversary / 2, within(1e-14));
    }
  }

  @Test
  void aDiscriminatorThatIsSureStaysFiniteInSinglePrecision() {
    Bench bench = new Bench(ToyNetwork.LINEAR, 2, 1, DataType.FLOAT);
    bench.set("codes", new double[][] {{1e4}, {2e4}});
    bench.set("samples", new double[][] {{-1e4}, {-2e4}});
    bench.setLinear(new double[] {-100}, 0);
    assertThat(bench.value(Bench.MODEL)).isEqualTo(1.5e6);
    assertThat(bench.value(Bench.REPORTED)).isCloseTo(Math.log(2), within(1e-7));
    assertThat(bench.gradient(Bench.MODEL, "codes")).containsExactly(50, 50);
    bench.setLinear(new double[] {100}, 0);
    assertThat(bench.value(Bench.MODEL)).isZero();
    assertThat(bench.value(Bench.REPORTED)).isFinite().isNegative();
  }

  @Test
  void aDiscriminatorThatKnowsNothingReportsZero() {
    Bench bench = new Bench(ToyNetwork.LINEAR, 3, 2);
    bench.set("codes", normal(new Random(1), 3, 2, 4));
    bench.setLinear(new double[] {0, 0}, 0);
    assertThat(bench.value(Bench.REPORTED)).isCloseTo(0, within(1e-15));
  }

  @Test
  void theDiscriminatorHasOneSetOfParametersWithItsOwnRate() {
    Bench bench = new Bench(ToyNetwork.HIDDEN, 3, 2);
    assertThat(bench.discriminator())
        .containsExactlyInAnyOrder(
            "term/discriminator/hidden/weight",
            "term/discriminator/hidden/bias",
            "term/discriminator/output/weight",
            "term/discriminator/output/bias");
    assertThat(bench.groups()).hasSize(2);
    assertThat(bench.groups().get(0).adversaryRate()).isEmpty();
    assertThat(bench.groups().get(1).adversaryRate()).isEqualTo(OptionalDouble.of(Bench.RATE));
    assertThat(bench.groups().get(1).to() - bench.groups().get(1).from()).isEqualTo(2 * 5 + 11);
  }

  @Test
  void itIsNoBoundAndTheLogSaysWhatIsReported() {
    Bench bench = new Bench(ToyNetwork.LINEAR, 2, 2);
    assertThat(bench.term.bound().holds()).isFalse();
    assertThat(bench.term.bound().reason()).contains("q(z)");
    assertThat(bench.term.note()).contains("Jensen-Shannon");
  }
}
