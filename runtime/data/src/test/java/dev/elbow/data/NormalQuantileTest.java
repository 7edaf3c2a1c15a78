package dev.elbow.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalQuantileTest {

  /** The first three from the paper, the others from tables of the normal distribution. */
  @ParameterizedTest
  @CsvSource({
    "0.25, -0.6744897501960817",
    "0.001, -3.090232306167814",
    "1e-20, -9.262340089798408",
    "0.95, 1.6448536269514722",
    "0.975, 1.959963984540054",
    "0.841344746068543, 1.0",
    "0.0227501319481792, -2.0"
  })
  void agreesWithPublishedQuantiles(double p, double x) {
    assertThat(NormalQuantile.of(p)).isCloseTo(x, withinPercentage(1e-12));
  }

  @Test
  void isZeroAtTheMedian() {
    assertThat(NormalQuantile.of(0.5)).isZero();
  }

  @Test
  void isSymmetric() {
    for (double p = 0x1p-10; p < 0.5; p += 0x1p-10) {
      assertThat(NormalQuantile.of(1 - p)).isEqualTo(-NormalQuantile.of(p));
    }
  }

  @Test
  void isFiniteAtTheEndsOfAStreamsRange() {
    assertThat(NormalQuantile.of(0x1p-53)).isBetween(-8.3, -8.2);
    assertThat(NormalQuantile.of(1 - 0x1p-53)).isBetween(8.2, 8.3);
  }
}
