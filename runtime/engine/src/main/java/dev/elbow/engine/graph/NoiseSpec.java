package dev.elbow.engine.graph;

import dev.elbow.spi.Noise;

/**
 * A random input that a part asked for.
 *
 * @param name full, with its scopes; it names the random stream too
 * @param distribution of each element
 * @param shapePerExample without the batch
 */
public record NoiseSpec(String name, Noise distribution, long[] shapePerExample) {

  /** {@code [rows, shapePerExample...]}. */
  public long[] shape(int rows) {
    long[] shape = new long[shapePerExample.length + 1];
    shape[0] = rows;
    System.arraycopy(shapePerExample, 0, shape, 1, shapePerExample.length);
    return shape;
  }
}
