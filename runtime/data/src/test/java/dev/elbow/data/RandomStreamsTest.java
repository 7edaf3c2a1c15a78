package dev.elbow.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {

  /** Expected words from a separate implementation of FNV-1a, SplitMix64 and Philox in Python. */
  @Test
  void isTheSameFunctionOfSeedNameAndIndexEverywhere() {
    RandomStream stream = RandomStreams.stream(42, "noise", 7);
    assertThat(words(stream, 8))
        .containsExactly(
            0xf5acf207,
            0xa2429d11,
            0x30ae5961,
            0x23c18509,
            0x18c8a097,
            0xfa51fb29,
            0xf328220d,
            0x9499cb2);
    assertThat(words(RandomStreams.stream(-1, "größe", -3), 4))
        .containsExactly(0x99472ae, 0x363c8a06, 0xbe3eb84f, 0xb3f1f51b);
  }

  @Test
  void startsAtItsBeginningEachTime() {
    RandomStream used = RandomStreams.stream(1, "a", 2);
    int first = used.nextInt();
    used.nextLong();
    assertThat(RandomStreams.stream(1, "a", 2).nextInt()).isEqualTo(first);
  }

  @Test
  void streamsOfNeighbouringIndicesAreUncorrelated() {
    assertUncorrelated(i -> RandomStreams.stream(9, "noise", i));
  }

  @Test
  void streamsOfNeighbouringSeedsAreUncorrelated() {
    assertUncorrelated(i -> RandomStreams.stream(i, "noise", 0));
  }

  @Test
  void streamsOfSimilarNamesAreUncorrelated() {
    assertUncorrelated(i -> RandomStreams.stream(9, "noise" + i, 0));
  }

  /** The first numbers of many streams are themselves uniform: no stream is near its neighbour. */
  @Test
  void firstNumbersOfConsecutiveStreamsAreUniform() {
    int[] bins = new int[64];
    for (int i = 0; i < 64_000; i++) {
      bins[(int) (RandomStreams.stream(3, "image", i).nextFloat() * bins.length)]++;
    }
    assertThat(Statistics.chiSquare(bins)).isBetween(30.0, 114.0);
  }

  /** The correlation of n independent pairs has standard deviation 1 / sqrt(n). */
  private static void assertUncorrelated(IntFunction<RandomStream> streams) {
    int n = 20_000;
    float[] before = new float[n];
    float[] after = new float[n];
    streams.apply(0).fillUniform(before);
    for (int i = 1; i < 10; i++) {
      streams.apply(i).fillUniform(after);
      assertThat(Statistics.correlation(before, after)).isBetween(-4.5 / 141, 4.5 / 141);
      float[] swapped = before;
      before = after;
      after = swapped;
    }
  }

  private static int[] words(RandomStream stream, int count) {
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      words[i] = stream.nextInt();
    }
    return words;
  }
}
