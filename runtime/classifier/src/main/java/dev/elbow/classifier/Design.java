package dev.elbow.classifier;

import dev.elbow.spi.DataShape;
import java.util.ArrayList;
import java.util.List;

/**
 * Which network fits images of a shape, after LeNet-5 (LeCun et al. 1998): blocks of a 5 x 5
 * convolution, rectified, and a 2 x 2 maximum, while the image is large enough; a dense layer; one
 * output for each class.
 *
 * @param filters of the convolution of each block; empty for images under 5 pixels
 * @param lastPools whether the last block takes maxima
 */
record Design(DataShape shape, int classes, List<Integer> filters, boolean lastPools) {
  /** Raised when another network or another training would come out for the same data. */
  static final int VERSION = 1;

  static final int KERNEL = 5;
  static final int POOL = 2;
  static final int HIDDEN = 128;
  private static final int FIRST_FILTERS = 16;
  private static final int MOST_FILTERS = 64;

  /** Below this a block would leave less than 3 x 3. */
  private static final int SMALLEST_POOLED = KERNEL - 1 + 3 * POOL;

  static Design of(DataShape shape, int classes) {
    List<Integer> filters = new ArrayList<>();
    int side = Math.min(shape.height(), shape.width());
    int width = FIRST_FILTERS;
    while (side >= SMALLEST_POOLED) {
      filters.add(width);
      side = (side - KERNEL + 1) / POOL;
      width = Math.min(MOST_FILTERS, 2 * width);
    }
    boolean pools = !filters.isEmpty();
    if (!pools && side >= KERNEL) {
      filters.add(width);
    }
    return new Design(shape, classes, List.copyOf(filters), pools);
  }

  /** How many layers there are before the dense one. */
  int layersBeforeHidden() {
    return lastPools ? POOL * filters.size() : filters.size();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int width : filters) {
      text.append("conv 5x5x").append(width).append(lastPools ? ", max 2x2, " : ", ");
    }
    return text + "dense " + HIDDEN + ", softmax " + classes;
  }
}
