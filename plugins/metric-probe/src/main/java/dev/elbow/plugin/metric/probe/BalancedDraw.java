package dev.elbow.plugin.metric.probe;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws examples without repetition, as many of each class as of any other, or one more. */
final class BalancedDraw {
  private final int[][] ofClass;

  /**
   * @param labels of all examples; classes that none of them has are left out
   */
  BalancedDraw(int[] labels) {
    ofClass =
        Arrays.stream(labels)
            .distinct()
            .sorted()
            .mapToObj(k -> IntStream.range(0, labels.length).filter(i -> labels[i] == k).toArray())
            .toArray(int[][]::new);
  }

  int classes() {
    return ofClass.length;
  }

  /** The size of the smallest class. */
  int rarest() {
    return Arrays.stream(ofClass).mapToInt(members -> members.length).min().orElse(0);
  }

  /** How many of a class are needed at most, to draw so many. */
  int share(int count) {
    return (count + classes() - 1) / classes();
  }

  /** Indices of examples; which classes have one more is drawn too. */
  int[] draw(int count, long seed) {
    Random random = new Random(seed);
    int[] order = shuffled(IntStream.range(0, classes()).toArray(), random);
    int[] drawn = new int[count];
    int filled = 0;
    for (int place = 0; place < order.length; place++) {
      int more = place < count % classes() ? 1 : 0;
      int[] members = shuffled(ofClass[order[place]].clone(), random);
      int taken = count / classes() + more;
      System.arraycopy(members, 0, drawn, filled, taken);
      filled += taken;
    }
    return drawn;
  }

  /** Fisher and Yates: each order is equally likely. */
  private static int[] shuffled(int[] order, Random random) {
    for (int last = order.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int moved = order[last];
      order[last] = order[other];
      order[other] = moved;
    }
    return order;
  }
}
