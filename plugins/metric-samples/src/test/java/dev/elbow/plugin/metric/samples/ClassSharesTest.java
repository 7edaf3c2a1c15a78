package dev.elbow.plugin.metric.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.spi.Matrix;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClassSharesTest {

  @Test
  void equalSharesGiveTheEntropyOfTheData() {
    Matrix certain = new Matrix(4, 2, new float[] {1, 0, 1, 0, 1, 0, 0, 1});
    ClassShares shares = ClassShares.of(new int[] {0, 0, 0, 1}, certain);
    double entropy = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
    assertThat(shares.entropy()).isCloseTo(entropy, within(1e-12));
    assertThat(shares.crossEntropy()).isCloseTo(entropy, within(1e-12));
    assertThat(shares.samples()).containsExactly(0.75, 0.25);
  }

  /** -(1/2 log 0.8 + 1/2 log 0.2) for labels that are even and samples that are not. */
  @Test
  void otherSharesGiveMore() {
    Matrix samples = new Matrix(2, 2, new float[] {0.9f, 0.1f, 0.7f, 0.3f});
    ClassShares shares = ClassShares.of(new int[] {0, 1}, samples);
    assertThat(shares.crossEntropy())
        .isCloseTo(-0.5 * (Math.log(0.8) + Math.log(0.2)), within(1e-6));
  }

  @Test
  void aClassThatTheDataLackDoesNotCount() {
    Matrix samples = new Matrix(2, 3, new float[] {0.5f, 0.5f, 0, 0.5f, 0.5f, 0});
    assertThat(ClassShares.of(new int[] {0, 1}, samples).crossEntropy())
        .isCloseTo(Math.log(2), within(1e-12));
  }

  @Test
  void aClassThatNoSampleMayHaveMakesItInfinite() {
    Matrix samples = new Matrix(2, 2, new float[] {1, 0, 1, 0});
    ClassShares shares = ClassShares.of(new int[] {0, 1}, samples);
    assertThat(shares.crossEntropy()).isInfinite();
    assertThat(shares.standardError()).isEmpty();
  }

  /** The spread over repeated draws of both sets. */
  @Test
  void theErrorIsTheSpreadOfRepeatedDraws() {
    double[] p = {0.2, 0.5, 0.3};
    double[] q = {0.5, 0.3, 0.2};
    int trials = 400;
    double sum = 0;
    double squares = 0;
    double errors = 0;
    for (int trial = 0; trial < trials; trial++) {
      Random random = new Random(trial);
      int[] labels = new int[300];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = draw(random, p);
      }
      float[] certain = new float[500 * 3];
      for (int i = 0; i < 500; i++) {
        certain[i * 3 + draw(random, q)] = 1;
      }
      ClassShares shares = ClassShares.of(labels, new Matrix(500, 3, certain));
      sum += shares.crossEntropy();
      squares += shares.crossEntropy() * shares.crossEntropy();
      errors += shares.standardError().orElseThrow() / trials;
    }
    double spread = Math.sqrt(squares / trials - sum / trials * sum / trials);
    // a deviation of 400 draws is itself known to 1 / sqrt(800)
    assertThat(errors).isCloseTo(spread, within(3 * spread / Math.sqrt(800)));
  }

  private static int draw(Random random, double[] shares) {
    double u = random.nextDouble();
    return u < shares[0] ? 0 : u < shares[0] + shares[1] ? 1 : 2;
  }
}
