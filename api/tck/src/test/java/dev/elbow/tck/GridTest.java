package dev.elbow.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** The integral that decides whether a density is one. */
class GridTest {
  private static final double TOLERANCE = 1e-4;

  private final List<Integer> pointsAsked = new ArrayList<>();

  private double integral(double[] centre, ToDoubleFunction<double[]> logDensity) {
    return Grid.integral(
        centre,
        0.5,
        TOLERANCE,
        points -> {
          pointsAsked.add(points.rows());
          double[] values = new double[points.rows()];
          for (int i = 0; i < values.length; i++) {
            values[i] = logDensity.applyAsDouble(points.rowValues(i));
          }
          return new Tensor(new long[] {values.length}, values);
        });
  }

  private static double normal(double[] z) {
    double sum = 0;
    for (double v : z) {
      sum += Statistics.logNormal(v);
    }
    return sum;
  }

  /** Two Laplace distributions, whose peaks lie between the points of the first grid. */
  private static double laplace(double[] z) {
    double scale = 0.2;
    return -(Math.abs(z[0] - 0.713) + Math.abs(z[1] + 0.377)) / scale - 2 * Math.log(2 * scale);
  }

  @Test
  void theFirstGridIsEnoughForASmoothDensity() {
    assertThat(integral(new double[] {0.3}, GridTest::normal)).isEqualTo(1, within(1e-9));
    assertThat(integral(new double[] {0.3, -1}, GridTest::normal)).isEqualTo(1, within(1e-9));
    assertThat(pointsAsked).containsExactly(1201, 141 * 141);
  }

  @Test
  void aFinerGridDecidesWhereTheFirstMissesThePeaks() {
    double coarse = 0;
    Grid grid = Grid.around(new double[2], 0.5);
    for (int i = 0; i < grid.weights().length; i++) {
      coarse += grid.weights()[i] * Math.exp(laplace(grid.points()[i]));
    }
    assertThat(Math.abs(coarse - 1)).isGreaterThan(TOLERANCE);
  }

  @Test
  void noGridMakesAWrongDensityRight() {
    for (double factor : new double[] {0.999, 1.001, 2.5}) {
      double wrong = integral(new double[2], z -> normal(z) + Math.log(factor));
      assertThat(wrong).isEqualTo(factor, within(1e-9));
      double kinked = integral(new double[2], z -> laplace(z) + Math.log(factor));
      assertThat(Math.abs(kinked - 1)).isGreaterThan(TOLERANCE);
    }
    assertThat(pointsAsked).containsOnly(141 * 141, 281 * 281);
  }
}
