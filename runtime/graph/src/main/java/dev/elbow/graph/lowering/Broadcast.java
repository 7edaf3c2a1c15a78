package dev.elbow.graph.lowering;

import dev.elbow.graph.ir.Access;
import dev.elbow.graph.ir.Reduction.Over;
import dev.elbow.graph.ir.Space;
import dev.elbow.graph.ir.Value;
import java.util.Arrays;
import java.util.Optional;

/**
 * How an array of some shape is read in, or summed from, a larger one whose dimensions it has, or
 * has as 1.
 *
 * @param access of the smaller array in the space of the larger
 * @param space of the larger array; any division will do if the access is free
 */
record Broadcast(Access access, Space space) {

  /**
   * How {@code small} is repeated to {@code large}; empty if that is no matrix with equal rows or
   * equal columns, or columns that repeat with a period.
   */
  static Optional<Broadcast> of(long[] small, long[] large) {
    long length = product(large);
    if (product(small) == length) {
      return Optional.of(new Broadcast(new Access.Full(), new Space(1, length)));
    }
    if (product(small) == 1) {
      return Optional.of(new Broadcast(new Access.Scalar(), new Space(1, length)));
    }
    return runs(padded(small, large.length), large).map(Broadcast::of);
  }

  private static Broadcast of(Runs runs) {
    if (runs.last == 1) {
      return new Broadcast(new Access.PerColumn(), new Space(runs.first, runs.middle));
    }
    Space space = new Space(runs.first * runs.middle, runs.last);
    return new Broadcast(new Access.PerRow(runs.middle), space);
  }

  /** What the sum that undoes this repetition goes over. */
  Over over() {
    if (access instanceof Access.PerColumn) {
      return Over.ROWS;
    }
    return access instanceof Access.PerRow ? Over.COLUMNS : Over.ALL;
  }

  /** The period of the sum that undoes this repetition. */
  long period() {
    return access instanceof Access.PerRow perRow ? perRow.period() : 1;
  }

  /** The extents that are repeated, kept, and repeated again. */
  private record Runs(long first, long middle, long last) {}

  private static Optional<Runs> runs(long[] small, long[] large) {
    long[] runs = {1, 1, 1};
    int run = 0;
    for (int i = 0; i < large.length; i++) {
      if (large[i] == 1) {
        continue;
      }
      boolean kept = small[i] == large[i];
      if (!kept && small[i] != 1) {
        return Optional.empty();
      }
      if (kept && run == 0 || !kept && run == 1) {
        run++;
      }
      if (kept != (run == 1)) {
        return Optional.empty();
      }
      runs[run] *= large[i];
    }
    return Optional.of(new Runs(runs[0], runs[1], runs[2]));
  }

  private static long[] padded(long[] shape, int rank) {
    if (shape.length > rank) {
      return Arrays.copyOfRange(shape, shape.length - rank, shape.length);
    }
    long[] padded = new long[rank];
    Arrays.fill(padded, 1);
    System.arraycopy(shape, 0, padded, rank - shape.length, shape.length);
    return padded;
  }

  /** The shape with 1 for each reduced dimension. */
  static long[] kept(long[] shape, int[] reduced) {
    long[] kept = shape.clone();
    for (int dimension : reduced) {
      kept[dimension < 0 ? dimension + shape.length : dimension] = 1;
    }
    return kept;
  }

  private static long product(long[] shape) {
    return Value.product(shape, 0, shape.length);
  }
}
