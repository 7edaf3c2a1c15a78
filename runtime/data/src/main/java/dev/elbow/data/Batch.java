package dev.elbow.data;

import java.util.Optional;

/**
 * Examples prepared for one step; the arrays belong to the receiver.
 *
 * @param pixels {@code [size * features]}, example after example, 0 to 1
 * @param size the number of examples
 * @param indices {@code [size]}, the examples' places in their split
 * @param labels {@code [size]}, 0 to 255
 */
public record Batch(float[] pixels, int size, int[] indices, Optional<int[]> labels) {}
