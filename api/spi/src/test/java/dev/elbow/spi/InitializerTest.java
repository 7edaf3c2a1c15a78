package dev.elbow.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InitializerTest {
  private static final int N = 100_000;

  private static double[] filled(Initializer initializer, int length) {
    double[] values = new double[length];
    initializer.fill(values, new Random(1));
    return values;
  }

  private static double variance(double[] values) {
    return Arrays.stream(values).map(v -> v * v).average().orElseThrow();
  }

  @Test
  void aConstantFillsEveryPlace() {
    assertThat(filled(Initializer.constant(2.5), 3)).containsExactly(2.5, 2.5, 2.5);
    assertThat(filled(Initializer.zeros(), 2)).containsExactly(0, 0);
  }

  @Test
  void givenValuesAreTakenAsTheyWereWhenGiven() {
    double[] given = {1, 2, 3};
    Initializer initializer = Initializer.of(given);
    given[0] = 9;
    assertThat(filled(initializer, 3)).containsExactly(1, 2, 3);
  }

  @Test
  void givenValuesOfAnotherCountAreRefused() {
    assertThatThrownBy(() -> filled(Initializer.of(1, 2, 3), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 2 initial values, found 3");
  }

  @Test
  void uniformValuesFillTheIntervalEvenly() {
    double[] values = filled(Initializer.uniform(0.5), N);
    assertThat(Arrays.stream(values).min().orElseThrow()).isBetween(-0.5, -0.499);
    assertThat(Arrays.stream(values).max().orElseThrow()).isBetween(0.499, 0.5);
    assertThat(variance(values)).isCloseTo(0.25 / 3, within(0.001));
  }

  @Test
  void theFanInBoundsADenseLayersWeights() {
    double[] values = filled(Initializer.uniformFanIn(25), N);
    assertThat(Arrays.stream(values).map(Math::abs).max().orElseThrow()).isBetween(0.199, 0.2);
    assertThat(variance(values)).isCloseTo(0.04 / 3, within(2e-4));
  }

  @Test
  void normalValuesHaveTheDeviation() {
    assertThat(variance(filled(Initializer.normal(3), N))).isCloseTo(9, within(0.2));
  }

  @Test
  void heKeepsTheVarianceThroughARelu() {
    assertThat(variance(filled(Initializer.he(50), N))).isCloseTo(2.0 / 50, within(0.001));
  }

  @Test
  void glorotSharesTheVarianceBetweenBothDirections() {
    assertThat(variance(filled(Initializer.glorot(30, 50), N))).isCloseTo(2.0 / 80, within(5e-4));
  }
}
