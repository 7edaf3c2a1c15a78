package dev.elbow.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.audit.Statistics.Mean;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  /** -0.5772 is Euler's constant; digamma(1/2) = -gamma - 2 log 2. */
  @Test
  void digammaHasItsKnownValues() {
    assertThat(Statistics.digamma(1)).isCloseTo(-0.5772156649015329, within(1e-12));
    assertThat(Statistics.digamma(0.5)).isCloseTo(-1.9635100260214235, within(1e-12));
    assertThat(Statistics.digamma(100)).isCloseTo(4.600161852738087, within(1e-12));
  }

  @Test
  void aSumKeepsWhatPlainAdditionLoses() {
    double[] values = new double[1_000_001];
    Arrays.fill(values, 1e-16);
    values[0] = 1;

    assertThat(Statistics.sum(values.length, i -> values[i])).isCloseTo(1 + 1e-10, within(1e-15));
  }

  @Test
  void theErrorOfAMeanIsItsStandardDeviation() {
    Mean mean = Mean.of(new double[] {1, 2, 3, 4});

    assertThat(mean.value()).isEqualTo(2.5);
    assertThat(mean.error()).isCloseTo(Math.sqrt(5.0 / 3 / 4), within(1e-12));
  }

  @Test
  void notANumberIsTheLargestDifference() {
    assertThat(
            Statistics.largestDifference(new double[] {1, Double.NaN, 3}, new double[] {1, 2, 1}))
        .isNaN();
  }

  /** y = (x_1^3 / 3, x_2 exp x_1) has det = x_1^2 exp x_1. */
  @Test
  void theNumericLogDeterminantIsTheAnalyticOne() {
    double[][] at = {{2, 1}, {-1.5, 0.3}};

    NumericLogDeterminant map =
        NumericLogDeterminant.of(
            (points, rows) ->
                Arrays.stream(rows)
                    .map(x -> new double[] {x[0] * x[0] * x[0] / 3, x[1] * Math.exp(x[0])})
                    .toArray(double[][]::new),
            at);

    assertThat(map.values()[0]).isCloseTo(2 * Math.log(2) + 2, within(1e-8));
    assertThat(map.values()[1]).isCloseTo(2 * Math.log(1.5) - 1.5, within(1e-8));
    assertThat(map.reliableCount()).isEqualTo(2);
  }

  @Test
  void aKinkIsToldFromASmoothPoint() {
    double[][] at = {{4e-6}, {1}};

    NumericLogDeterminant map =
        NumericLogDeterminant.of(
            (points, rows) ->
                Arrays.stream(rows)
                    .map(x -> new double[] {x[0] + Math.max(0, x[0])})
                    .toArray(double[][]::new),
            at);

    assertThat(map.reliable()).containsExactly(false, true);
    assertThat(map.values()[1]).isCloseTo(Math.log(2), within(1e-9));
  }

  /** An importance weight of a normalised density has mean 1. */
  @Test
  void aProposalCoversTwoModes() {
    Random random = new Random(1);
    double[][] points = new double[2000][];
    Arrays.setAll(points, i -> new double[] {(i % 2 == 0 ? -4 : 4) + 0.3 * random.nextGaussian()});
    Proposal proposal = new Proposal(points, 1);
    double[] weights = new double[4000];
    Arrays.setAll(
        weights,
        i -> {
          double[] z = proposal.sample(random);
          double p = (normal(z[0] + 4) + normal(z[0] - 4)) / 2;
          return p / Math.exp(proposal.logDensity(z));
        });

    Mean mean = Mean.of(weights);
    assertThat(mean.value()).isCloseTo(1, within(4 * mean.error()));
    assertThat(mean.error()).isLessThan(0.05);
  }

  private static double normal(double offset) {
    double x = offset / 0.3;
    return Math.exp(-x * x / 2) / (0.3 * Math.sqrt(2 * Math.PI));
  }
}
