package dev.elbow.graph;

import dev.elbow.spi.InputException;
import dev.elbow.spi.Noise;
import java.util.Arrays;

/**
 * A random input that a part asked for.
 *
 * @param name full, with its scopes; it names the random stream too
 * @param distribution of each element
 * @param shapePerExample without the batch
 */
public record NoiseSpec(String name, Noise distribution, long[] shapePerExample) {

  void requireSame(NoiseSpec asked) {
    if (distribution != asked.distribution
        || !Arrays.equals(shapePerExample, asked.shapePerExample)) {
      throw new InputException(
          "GRAPH-NOISE",
          "noise '%s' was made as %s and asked for again as %s"
              .formatted(name, describe(), asked.describe()),
          name,
          "Give the second noise another name.");
    }
  }

  private String describe() {
    return distribution + " " + Arrays.toString(shapePerExample);
  }

  /** {@code [rows, shapePerExample...]}. */
  public long[] shape(int rows) {
    long[] shape = new long[shapePerExample.length + 1];
    shape[0] = rows;
    System.arraycopy(shapePerExample, 0, shape, 1, shapePerExample.length);
    return shape;
  }
}
