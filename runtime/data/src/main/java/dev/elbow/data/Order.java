package dev.elbow.data;

import java.util.Arrays;

/** The order in which a pass visits the examples of a split. */
final class Order {
  private Order() {}

  static int[] sequential(int count) {
    int[] order = new int[count];
    Arrays.setAll(order, i -> i);
    return order;
  }

  /** Fisher and Yates: each of the count! orders is equally likely. */
  static int[] shuffled(int count, long seed, int epoch) {
    int[] order = sequential(count);
    RandomStream random = RandomStreams.stream(seed, "shuffle", epoch);
    for (int last = count - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int moved = order[last];
      order[last] = order[other];
      order[other] = moved;
    }
    return order;
  }

  /** The part of an order that is the batch of that number; the last may be shorter. */
  static int[] part(int[] order, int number, int size) {
    int from = Math.multiplyExact(number, size);
    return Arrays.copyOfRange(order, from, (int) Math.min((long) from + size, order.length));
  }
}
