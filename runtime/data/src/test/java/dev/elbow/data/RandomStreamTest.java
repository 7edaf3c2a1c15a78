package dev.elbow.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static final int N = 200_000;

  private final RandomStream stream = RandomStreams.stream(20_240_101, "test", 5);

  /** Expected values: the Python standard library's NormalDist().inv_cdf of the same words. */
  @Test
  void normalsAreTheQuantilesOfTheStreamsUniforms() {
    RandomStream known = RandomStreams.stream(42, "noise", 7);
    assertThat(known.nextGaussian()).isCloseTo(1.7468715353817055, within(1e-14));
    assertThat(known.nextGaussian()).isCloseTo(-0.8773055224974655, within(1e-14));
    assertThat(known.nextGaussian()).isCloseTo(-1.2999367158887785, within(1e-14));
    assertThat(known.nextGaussian()).isCloseTo(1.6432184799954597, within(1e-14));
  }

  @Test
  void uniformsAreTheMiddlesOfTwoToTheTwentyThreeEqualSteps() {
    RandomStream known = RandomStreams.stream(42, "noise", 7);
    assertThat(known.nextFloat()).isEqualTo(0.9596702456474304f);
    assertThat(known.nextFloat()).isEqualTo(0.6338289380073547f);
  }

  @Test
  void bulkFillsAreTheSingleDraws() {
    RandomStream single = RandomStreams.stream(1, "bulk", 0);
    RandomStream bulk = RandomStreams.stream(1, "bulk", 0);
    float[] uniform = new float[7];
    float[] normal = new float[5];
    bulk.fillUniform(uniform);
    bulk.fillNormal(normal);
    for (float value : uniform) {
      assertThat(value).isEqualTo(single.nextFloat());
    }
    for (float value : normal) {
      assertThat(value).isEqualTo((float) single.nextGaussian());
    }
  }

  @Test
  void uniformsStayInTheOpenInterval() {
    float[] values = new float[2_000_000];
    stream.fillUniform(values);
    for (float value : values) {
      if (value <= 0 || value >= 1) {
        assertThat(value).isBetween(Float.MIN_VALUE, Math.nextDown(1f));
      }
    }
  }

  /** Standard errors: 1/sqrt(12 N) = 6.5e-4 for the mean, 1.7e-4 for the variance. */
  @Test
  void uniformsHaveTheMomentsOfTheUniformDistribution() {
    float[] values = new float[N];
    stream.fillUniform(values);
    assertThat(Statistics.moment(values, 0, 1)).isCloseTo(0.5, within(0.003));
    assertThat(Statistics.moment(values, 0.5, 2)).isCloseTo(1 / 12.0, within(0.0008));
  }

  /** 99 degrees of freedom: 99.98 % of samples lie between 55 and 160. */
  @Test
  void uniformsFillEqualBinsEqually() {
    int[] bins = new int[100];
    for (int i = 0; i < N; i++) {
      bins[(int) (stream.nextDouble() * bins.length)]++;
    }
    assertThat(Statistics.chiSquare(bins)).isBetween(55.0, 160.0);
  }

  /** Standard errors of the four: sqrt(1, 2, 15, 96) / sqrt(N). */
  @Test
  void normalsHaveTheMomentsOfTheNormalDistribution() {
    float[] values = new float[N];
    stream.fillNormal(values);
    double root = Math.sqrt(N);
    assertThat(Statistics.moment(values, 0, 1)).isCloseTo(0, within(4.5 / root));
    assertThat(Statistics.moment(values, 0, 2)).isCloseTo(1, within(4.5 * 1.42 / root));
    assertThat(Statistics.moment(values, 0, 3)).isCloseTo(0, within(4.5 * 3.88 / root));
    assertThat(Statistics.moment(values, 0, 4)).isCloseTo(3, within(4.5 * 9.80 / root));
  }

  /** Bounds: the deciles of the standard normal distribution; 9 degrees of freedom. */
  @Test
  void normalsFillTheDecilesEqually() {
    double[] deciles = {0.2533471, 0.5244005, 0.8416212, 1.2815516};
    int[] bins = new int[10];
    for (int i = 0; i < N; i++) {
      double value = stream.nextGaussian();
      int steps = 0;
      for (double decile : deciles) {
        steps += Math.abs(value) > decile ? 1 : 0;
      }
      bins[value < 0 ? 4 - steps : 5 + steps]++;
    }
    assertThat(Statistics.chiSquare(bins)).isBetween(0.9, 33.0);
  }

  @Test
  void consecutiveNormalsAreUncorrelated() {
    float[] values = new float[N + 1];
    stream.fillNormal(values);
    float[] first = java.util.Arrays.copyOf(values, N);
    float[] second = java.util.Arrays.copyOfRange(values, 1, N + 1);
    assertThat(Statistics.correlation(first, second)).isCloseTo(0, within(4.5 / Math.sqrt(N)));
  }

  /** A bound of 3/8 of the range: reduction without rejection would favour two thirds of it. */
  @Test
  void boundedIntegersAreUnbiasedForLargeBounds() {
    int bound = 3 << 29;
    int[] thirds = new int[3];
    for (int i = 0; i < N; i++) {
      int value = stream.nextInt(bound);
      assertThat(value >= 0 && value < bound).isTrue();
      thirds[value >>> 29]++;
    }
    assertThat(Statistics.chiSquare(thirds)).isLessThan(18);
  }

  @Test
  void boundedIntegersCoverSmallBoundsEqually() {
    int[] bins = new int[6];
    for (int i = 0; i < 60_000; i++) {
      bins[stream.nextInt(6)]++;
    }
    assertThat(Statistics.chiSquare(bins)).isBetween(0.2, 26.0);
    assertThat(stream.nextInt(1)).isZero();
  }

  @Test
  void aBoundBelowOneIsRefused() {
    assertThatThrownBy(() -> stream.nextInt(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void coinsAreFair() {
    int heads = 0;
    for (int i = 0; i < N; i++) {
      heads += stream.nextBoolean() ? 1 : 0;
    }
    assertThat((double) heads).isCloseTo(N / 2.0, within(4.5 * Math.sqrt(N) / 2));
  }
}
