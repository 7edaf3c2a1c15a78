package dev.elbow.plugin.divergence.adversarial;

import static dev.elbow.plugin.divergence.adversarial.AdversarialValueTest.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who follows which loss, and the gradients against finite differences. */
class AdversarialGradientTest {

  private static Bench bench(int rows, int latent) {
    Bench bench = new Bench(ToyNetwork.HIDDEN, rows, latent);
    bench.set("codes", normal(new Random(3), rows, latent, 1));
    bench.set("samples", normal(new Random(4), rows, latent, 0));
    return bench;
  }

  private static void assertEqual(double[] actual, double[] expected, String what) {
    assertThat(actual).describedAs(what).containsExactly(expected, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 3", "4, 1", "3, 2"})
  void theCodesFollowTheModelsLossAlone(int rows, int latent) {
    Bench bench = bench(rows, latent);
    double[] slopes = bench.slopes(Bench.MODEL, "codes");
    assertThat(slopes).doesNotContain(0);
    assertEqual(bench.gradient(Bench.MODEL, "codes"), slopes, "model");
    assertEqual(bench.gradient(Bench.ADVERSARY, "codes"), new double[slopes.length], "adversary");
    assertEqual(bench.gradient(Bench.BOTH, "codes"), slopes, "both");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 3", "4, 1", "3, 2"})
  void theDiscriminatorFollowsItsOwnLossAlone(int rows, int latent) {
    Bench bench = bench(rows, latent);
    for (String name : bench.discriminator()) {
      double[] slopes = bench.slopes(Bench.ADVERSARY, name);
      assertThat(slopes).doesNotContain(0);
      assertEqual(bench.gradient(Bench.MODEL, name), new double[slopes.length], "model " + name);
      assertEqual(bench.gradient(Bench.ADVERSARY, name), slopes, "adversary " + name);
      assertEqual(bench.gradient(Bench.BOTH, name), slopes, "both " + name);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 2"})
  void aPriorWithParametersFollowsNeither(int rows, int latent) {
    Bench bench = bench(rows, latent);
    double[] zeros = new double[rows * latent];
    assertEqual(bench.gradient(Bench.BOTH, "samples"), zeros, "samples");
  }
}
