package dev.elbow.plugin.metric.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.spi.Matrix;
import org.junit.jupiter.api.Test;

class PairDistanceTest {

  /** Sides of a right triangle: 3, 4 and 5. */
  @Test
  void itIsTheMeanOverThePairs() {
    Matrix triangle = new Matrix(3, 2, new float[] {0, 0, 3, 0, 0, 4});
    assertThat(PairDistance.of(triangle).mean()).isCloseTo(4, within(1e-12));
  }

  /** |x - y| of two independent N(0, 1) is half normal of scale sqrt(2): mean 2 / sqrt(pi). */
  @Test
  void ofNormalNumbersItIsKnownWithinItsError() {
    Matrix normal = Gaussians.draw(7, 3000, new double[1], Gaussians.diagonal(1));
    PairDistance distance = PairDistance.of(normal);
    assertThat(distance.mean())
        .isCloseTo(2 / Math.sqrt(Math.PI), within(3 * distance.standardError()));
    assertThat(distance.standardError()).isBetween(0.01, 0.03);
  }

  @Test
  void oneRowAgainAndAgainHasNone() {
    PairDistance same = PairDistance.of(new Matrix(3, 1, new float[] {2, 2, 2}));
    assertThat(same.mean()).isZero();
    assertThat(same.standardError()).isZero();
  }
}
