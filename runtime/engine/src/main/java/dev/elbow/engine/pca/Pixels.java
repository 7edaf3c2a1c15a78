package dev.elbow.engine.pca;

import dev.elbow.data.Split;
import java.util.stream.IntStream;

/** Walks over a split in batches, in its own order. */
final class Pixels {
  private static final int BATCH = 500;

  private Pixels() {}

  /** Takes one batch. */
  interface Taker {
    /**
     * @param first the number of the batch's first example
     * @param pixels {@code [count * features]}
     */
    void take(int first, int count, float[] pixels);
  }

  static void inBatches(Split split, Taker taker) {
    for (int from = 0; from < split.size(); from += BATCH) {
      int count = Math.min(BATCH, split.size() - from);
      int[] indices = IntStream.range(from, from + count).toArray();
      taker.take(from, count, split.batch(indices, 0).pixels());
    }
  }
}
