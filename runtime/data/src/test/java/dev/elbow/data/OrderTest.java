package dev.elbow.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {

  @Test
  void aShuffleVisitsEachExampleOnce() {
    int[] order = Order.shuffled(1_000, 1, 0);
    assertThat(IntStream.of(order).sorted().toArray()).isEqualTo(Order.sequential(1_000));
    assertThat(order).isNotEqualTo(Order.sequential(1_000));
  }

  @Test
  void aShuffleDependsOnSeedAndEpochAlone() {
    int[] order = Order.shuffled(100, 1, 3);
    assertThat(Order.shuffled(100, 1, 3)).isEqualTo(order);
    assertThat(Order.shuffled(100, 1, 4)).isNotEqualTo(order);
    assertThat(Order.shuffled(100, 2, 3)).isNotEqualTo(order);
  }

  /** 23 degrees of freedom: 99.98 % of samples lie between 5 and 54. */
  @Test
  void allOrdersAreEquallyLikely() {
    int[] seen = new int[256];
    for (int epoch = 0; epoch < 24_000; epoch++) {
      int[] order = Order.shuffled(4, 7, epoch);
      seen[order[0] << 6 | order[1] << 4 | order[2] << 2 | order[3]]++;
    }
    int[] bins = IntStream.of(seen).filter(count -> count > 0).toArray();
    assertThat(bins).hasSize(24);
    assertThat(Statistics.chiSquare(bins)).isBetween(5.0, 54.0);
  }

  @Test
  void theLastPartIsTheRest() {
    int[] order = {5, 6, 7, 8, 9};
    assertThat(Order.part(order, 0, 2)).containsExactly(5, 6);
    assertThat(Order.part(order, 2, 2)).containsExactly(9);
  }
}
