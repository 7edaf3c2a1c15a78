package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.spi.DataShape;

/** The order of sampling: pixels row by row, a pixel's channels one after the other. */
final class Steps {
  private Steps() {}

  /** The index in the data of a step's feature. */
  static int feature(DataShape shape, int step) {
    int pixel = step / shape.channels();
    int channel = step % shape.channels();
    return channel * shape.height() * shape.width() + pixel;
  }
}
