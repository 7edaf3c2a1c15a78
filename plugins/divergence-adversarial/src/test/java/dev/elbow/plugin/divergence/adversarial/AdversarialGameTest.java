package dev.elbow.plugin.divergence.adversarial;

import static dev.elbow.plugin.divergence.adversarial.AdversarialValueTest.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the game leads to, where the best discriminator is known. */
class AdversarialGameTest {
  private static final int ROWS = 2000;
  private static final double SHIFT = 1.5;

  /** JS(N(shift, 1), N(0, 1)) by a sum over a grid. */
  private static double jensenShannon(double shift) {
    double step = 1e-3;
    double sum = 0;
    for (double x = -12; x < 12 + shift; x += step) {
      double p = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
      double q = Math.exp(-(x - shift) * (x - shift) / 2) / Math.sqrt(2 * Math.PI);
      double middle = (p + q) / 2;
      sum += step / 2 * (p * Math.log(p / middle) + q * Math.log(q / middle));
    }
    return sum;
  }

  /** Codes from N(shift, 1), samples from N(0, 1). */
  private static Bench gaussians() {
    Bench bench = new Bench(ToyNetwork.LINEAR, ROWS, 1);
    bench.set("codes", normal(new Random(7), ROWS, 1, SHIFT));
    bench.set("samples", normal(new Random(8), ROWS, 1, 0));
    return bench;
  }

  /** log p(z) - log q(z) = -shift z + shift^2 / 2. Each softplus has a deviation below 0.7. */
  @Test
  void theBestDiscriminatorReportsTheJensenShannonDivergence() {
    Bench bench = gaussians();
    bench.setLinear(new double[] {-SHIFT}, SHIFT * SHIFT / 2);
    double standardError = 0.7 / Math.sqrt(2.0 * ROWS);
    assertThat(bench.value(Bench.REPORTED))
        .isCloseTo(jensenShannon(SHIFT), within(4 * standardError));
  }

  @Test
  void anotherDiscriminatorReportsLess() {
    double[][] others = {{0, 0}, {-SHIFT, 0}, {-3 * SHIFT, SHIFT * SHIFT}, {SHIFT, 1}};
    for (double[] other : others) {
      Bench bench = gaussians();
      bench.setLinear(new double[] {other[0]}, other[1]);
      assertThat(bench.value(Bench.REPORTED)).isLessThan(jensenShannon(SHIFT));
    }
  }

  @Test
  void itsOwnLossLeadsTheDiscriminatorToTheBest() {
    Bench bench = gaussians();
    bench.setLinear(new double[] {0}, 0);
    for (int step = 0; step < 60; step++) {
      follow(bench, Bench.ADVERSARY, "term/discriminator/output/weight", 1);
      follow(bench, Bench.ADVERSARY, "term/discriminator/output/bias", 1);
    }
    assertThat(bench.values("term/discriminator/output/weight").getDouble(0))
        .isCloseTo(-SHIFT, within(0.15));
    assertThat(bench.value(Bench.REPORTED)).isCloseTo(jensenShannon(SHIFT), within(0.03));
  }

  @Test
  void theGameMovesAShiftedCloudOntoThePrior() {
    int rows = 40;
    Bench bench = new Bench(ToyNetwork.HIDDEN, rows, 1);
    Random random = new Random(9);
    bench.set("codes", normal(random, rows, 1, 3));
    for (int step = 0; step < 150; step++) {
      bench.set("samples", normal(random, rows, 1, 0));
      for (String name : bench.discriminator()) {
        follow(bench, Bench.BOTH, name, 0.5);
      }
      follow(bench, Bench.BOTH, "codes", 0.1 * rows);
    }
    INDArray codes = bench.values("codes");
    assertThat(codes.meanNumber().doubleValue()).isCloseTo(0, within(0.5));
    assertThat(codes.stdNumber().doubleValue()).isBetween(0.5, 1.5);
  }

  private static void follow(Bench bench, String loss, String name, double rate) {
    INDArray values = bench.values(name);
    double[] gradient = bench.gradient(loss, name);
    values.subi(Nd4j.createFromArray(gradient).reshape(values.shape()).mul(rate));
  }
}
