package dev.elbow.engine.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.runs.Tensor;
import org.junit.jupiter.api.Test;

class PlatesTest {
  private static final double TIGHT = 1e-6;

  @Test
  void aLineGoesFromOneCodeToTheOtherInEqualSteps() {
    Tensor codes = matrix(4, 2, 0, 10, 4, 30, -1, -1, 1, 1);
    Tensor lines = Interpolations.lines(codes, 2, 5);
    assertThat(lines.shape()).containsExactly(10, 2);
    assertThat(lines.data())
        .containsExactly(
            0, 10, 1, 15, 2, 20, 3, 25, 4, 30, -1, -1, -0.5f, -0.5f, 0, 0, 0.5f, 0.5f, 1, 1);
  }

  @Test
  void theOriginalsStandAtTheEndsOfTheirRow() {
    float[] originals = {1, 2, 3, 4};
    float[] decoded = {10, 11, 12, 20, 21, 22};
    assertThat(Interpolations.rows(originals, decoded, 2, 3))
        .containsExactly(1, 10, 11, 12, 2, 3, 20, 21, 22, 4);
  }

  @Test
  void theGridOfThePlaneLiesAtQuantilesWithTheSecondCoordinateUpwards() {
    // The first coordinate is uniform over 0 to 1, the second its tenfold.
    int n = 10_000;
    float[] draws = new float[2 * n];
    for (int i = 0; i < n; i++) {
      draws[2 * i] = (float) ((i + 0.5) / n);
      draws[2 * i + 1] = (float) (10 * ((n - i - 0.5) / n));
    }
    float[] grid = Manifold.grid(matrix(n, 2, draws), 2).data();
    float[] expected = {0.25f, 7.5f, 0.75f, 7.5f, 0.25f, 2.5f, 0.75f, 2.5f};
    assertThat(grid).containsExactly(expected, within(1e-2f));
  }

  @Test
  void thePrincipalPlaneFindsTheTwoDirectionsOfGreatestVariance() {
    // Variance 2 along (0, 3, 4) / 5, and 1/2 along (1, 0, 0).
    Tensor codes = matrix(4, 3, 5, 7.2f, 9.6f, 5, 4.8f, 6.4f, 6, 6, 8, 4, 6, 8);
    PrincipalPlane plane = PrincipalPlane.of(codes).orElseThrow();
    assertThat(plane.firstShare()).isCloseTo(0.8, within(TIGHT));
    assertThat(plane.secondShare()).isCloseTo(0.2, within(TIGHT));
    assertThat(plane.x()).containsExactly(new float[] {2, -2, 0, 0}, within(1e-5f));
    assertThat(plane.y()).containsExactly(new float[] {0, 0, 1, -1}, within(1e-5f));
  }

  @Test
  void codesThatAreNotFiniteHaveNoPartInThePlane() {
    Tensor codes = matrix(3, 2, 1, 0, Float.NaN, 100, -1, 0);
    PrincipalPlane plane = PrincipalPlane.of(codes).orElseThrow();
    assertThat(plane.firstShare()).isCloseTo(1, within(TIGHT));
    assertThat(plane.x()[1]).isNaN();
    assertThat(plane.x()[0]).isCloseTo(1, within(1e-6f));
    assertThat(PrincipalPlane.of(matrix(1, 2, 1, 1))).isEmpty();
  }

  @Test
  void equalCodesHaveNoVarianceToShare() {
    PrincipalPlane plane = PrincipalPlane.of(matrix(2, 3, 1, 2, 3, 1, 2, 3)).orElseThrow();
    assertThat(plane.firstShare()).isZero();
    assertThat(plane.x()).containsExactly(0, 0);
  }

  @Test
  void theKlOfADimensionIsTheMeanOverTheExamples() {
    assertThat(KlBars.means(matrix(2, 3, 1, 2, 3, 3, 4, 3))).containsExactly(2, 3, 3);
  }

  private static Tensor matrix(int rows, int columns, float... values) {
    return new Tensor(new long[] {rows, columns}, values);
  }
}
