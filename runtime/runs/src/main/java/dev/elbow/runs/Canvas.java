package dev.elbow.runs;

import dev.elbow.spi.InputException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * An RGB image filled by rectangles. Not {@code Graphics2D}: that asks for the machine's fonts,
 * which a server may not have.
 */
final class Canvas {

  /** 400 MB of memory; a PNG beyond that opens nowhere. */
  private static final long MOST_PIXELS = 100_000_000;

  private final BufferedImage image;
  private final int[] rgb;

  /**
   * @throws InputException {@code PICTURE-SIZE} if it would have more than 100 million pixels
   */
  Canvas(long width, long height, int background) {
    if (Math.max(width, height) > MOST_PIXELS || width * height > MOST_PIXELS) {
      throw new InputException(
          "PICTURE-SIZE",
          "expected a picture of at most %,d pixels, found %,d x %,d"
              .formatted(MOST_PIXELS, width, height),
          "",
          "Draw fewer examples in one picture.");
    }
    image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
    rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    Arrays.fill(rgb, background);
  }

  void fill(int x, int y, int width, int height, int color) {
    for (int row = y; row < y + height; row++) {
      int start = row * image.getWidth() + x;
      Arrays.fill(rgb, start, start + width, color);
    }
  }

  BufferedImage image() {
    return image;
  }
}
