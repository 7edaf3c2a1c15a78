package dev.elbow.plugin.metric.samples;

import dev.elbow.spi.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows in blocks, for a jackknife; row i is in block i modulo their number, because test images are
 * sometimes sorted.
 *
 * @param each at most {@link #MOST}; empty if the rows are too few to leave some out
 */
record Blocks(Moments all, List<Moments> each) {
  private static final int MOST = 20;

  static Blocks of(Matrix rows) {
    Moments all = Moments.of(rows, 0, 1);
    int count = Math.min(MOST, rows.rows());
    List<Moments> each = new ArrayList<>();
    for (int block = 0; count > 2 && block < count; block++) {
      each.add(Moments.of(rows, block, count));
    }
    return new Blocks(all, List.copyOf(each));
  }
}
