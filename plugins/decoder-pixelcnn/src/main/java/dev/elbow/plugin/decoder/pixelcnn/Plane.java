package dev.elbow.plugin.decoder.pixelcnn;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Features of the pixels of a rectangle, channels last. Convolutions want them as an image,
 * products with a matrix as one row a pixel. A reshape copies, so it happens once, if it is asked
 * for.
 */
final class Plane {
  private final int height;
  private final int width;
  private final int channels;
  private SDVariable image;
  private SDVariable rows;

  private Plane(int height, int width, int channels) {
    this.height = height;
    this.width = width;
    this.channels = channels;
  }

  /**
   * @param values {@code [batch, height, width, channels]}
   */
  static Plane ofImage(SDVariable values, int height, int width, int channels) {
    Plane plane = new Plane(height, width, channels);
    plane.image = values;
    return plane;
  }

  /**
   * @param values {@code [batch x height x width, channels]}
   */
  static Plane ofRows(SDVariable values, int height, int width, int channels) {
    Plane plane = new Plane(height, width, channels);
    plane.rows = values;
    return plane;
  }

  /**
   * @param values {@code [batch, channels x height x width]}, as data come
   */
  static Plane ofData(SDVariable values, int height, int width, int channels) {
    SDVariable first = values.getSameDiff().reshape(values, -1, channels, height, width);
    return ofImage(first.permute(0, 2, 3, 1), height, width, channels);
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  int channels() {
    return channels;
  }

  /** {@code [batch, height, width, channels]}. */
  SDVariable image() {
    if (image == null) {
      image = rows.getSameDiff().reshape(rows, -1, height, width, channels);
    }
    return image;
  }

  /** {@code [batch x height x width, channels]}. */
  SDVariable rows() {
    if (rows == null) {
      rows = image.getSameDiff().reshape(image, -1, channels);
    }
    return rows;
  }

  /** Other features of the same pixels. */
  Plane withImage(SDVariable features, int count) {
    return ofImage(features, height, width, count);
  }

  /** Other features of the same pixels. */
  Plane withRows(SDVariable features, int count) {
    return ofRows(features, height, width, count);
  }

  /** A smaller rectangle. */
  Plane part(int row, int column, int rows, int columns) {
    if (rows == height && columns == width) {
      return this;
    }
    int[] begin = {0, row, column, 0};
    int[] extents = {-1, rows, columns, channels};
    SDVariable part = image().getSameDiff().slice(image(), begin, extents);
    return ofImage(part, rows, columns, channels);
  }

  /** A larger rectangle, with zeros around. */
  Plane padded(int top, int left, int right) {
    if (top + left + right == 0) {
      return this;
    }
    int[][] margins = {{0, 0}, {top, 0}, {left, right}, {0, 0}};
    SameDiff sd = image().getSameDiff();
    SDVariable padded = sd.nn.pad(image(), sd.constant(Nd4j.createFromArray(margins)), 0);
    return ofImage(padded, top + height, left + width + right, channels);
  }
}
