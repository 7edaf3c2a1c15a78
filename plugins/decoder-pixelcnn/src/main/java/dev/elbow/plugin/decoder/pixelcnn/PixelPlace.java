package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.spi.DataShape;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Where a step of the sampling is: pixels in raster order, and the channels of a pixel one after
 * the other.
 *
 * @param row a scalar
 * @param column a scalar
 * @param channel a scalar
 * @param feature its index in the data, a scalar
 * @param height of the image
 * @param width of the image
 */
record PixelPlace(
    SDVariable row,
    SDVariable column,
    SDVariable channel,
    SDVariable feature,
    int height,
    int width) {

  /**
   * @param step a scalar from 0
   */
  static PixelPlace of(SDVariable step, DataShape image) {
    int pixels = image.height() * image.width();
    SDVariable pixel = quotient(step, image.channels());
    SDVariable channel = step.sub(pixel.mul(image.channels()));
    SDVariable row = quotient(pixel, image.width());
    SDVariable column = pixel.sub(row.mul(image.width()));
    SDVariable feature = channel.mul(pixels).add(pixel);
    return new PixelPlace(row, column, channel, feature, image.height(), image.width());
  }

  /** The half keeps the division of whole numbers clear of its rounding error. */
  private static SDVariable quotient(SDVariable number, int divisor) {
    SameDiff sd = number.getSameDiff();
    return divisor == 1 ? number : sd.math.floor(number.add(0.5).div(divisor));
  }
}
