package dev.elbow.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The integral that decides whether a density is one. */
class GridTest {
  private static final int LINE = 1201;
  private static final int PLANE = 141 * 141;
  private static final int FINE_PLANE = 281 * 281;

  private final List<Integer> pointsAsked = new ArrayList<>();

  private boolean isDensity(double[] centre, ToDoubleFunction<double[]> logDensity) {
    Faults faults = new Faults();
    Grid.requireDensity(centre, 0.5, 1e-4, z -> logDensities(z, logDensity), "here", faults);
    return faults.isEmpty();
  }

  private Tensor logDensities(Tensor points, ToDoubleFunction<double[]> logDensity) {
    pointsAsked.add(points.rows());
    double[] values = new double[points.rows()];
    for (int i = 0; i < values.length; i++) {
      values[i] = logDensity.applyAsDouble(points.rowValues(i));
    }
    return new Tensor(new long[] {values.length}, values);
  }

  private static double normal(double[] z) {
    double sum = 0;
    for (double v : z) {
      sum += Statistics.logNormal(v);
    }
    return sum;
  }

  /** Two Laplace distributions. */
  private static double laplace(double[] z, double centre, double scale) {
    return -(Math.abs(z[0] - centre) + Math.abs(z[1] + centre)) / scale - 2 * Math.log(2 * scale);
  }

  @Test
  void theFirstGridIsEnoughForASmoothDensity() {
    assertThat(isDensity(new double[] {0.3}, GridTest::normal)).isTrue();
    assertThat(isDensity(new double[] {0.3, -1}, GridTest::normal)).isTrue();
    assertThat(pointsAsked).containsExactly(LINE, PLANE);
  }

  @Test
  void aFinerGridDecidesOnADensityWithKinks() {
    assertThat(isDensity(new double[2], z -> laplace(z, 0, 0.5))).isTrue();
    assertThat(isDensity(new double[2], z -> laplace(z, 0.713, 0.2))).isTrue();
    assertThat(pointsAsked).containsExactly(PLANE, FINE_PLANE, PLANE, FINE_PLANE);
  }

  @Test
  void aSmoothDensityThatIsWrongByOneInAThousandIsFoundOut() {
    for (double factor : new double[] {0.999, 1.001, 2.5}) {
      assertThat(isDensity(new double[2], z -> normal(z) + Math.log(factor))).isFalse();
    }
  }

  @Test
  void aDensityWithKinksThatIsWrongByTwoInAHundredIsFoundOut() {
    for (double factor : new double[] {0.98, 1.02, 2.5}) {
      double offset = Math.log(factor);
      assertThat(isDensity(new double[2], z -> laplace(z, 0, 0.5) + offset)).isFalse();
      assertThat(isDensity(new double[2], z -> laplace(z, 0.713, 0.2) + offset)).isFalse();
    }
  }
}
