package dev.elbow.runs;

import dev.elbow.spi.DataShape;

/**
 * Images enlarged by whole numbers: three channels are red, green and blue, otherwise the first
 * channel is gray.
 */
record ImageTiles(DataShape shape, int scale) implements Tiles {

  /** Smaller images are hard to see. */
  private static final int WANTED = 96;

  private static final int WIDEST_PICTURE = 2400;

  static ImageTiles of(DataShape shape, int columns) {
    int wanted = WANTED / Math.max(shape.width(), shape.height());
    int fitting = WIDEST_PICTURE / Math.max(1, Math.multiplyExact(columns, shape.width()));
    return new ImageTiles(shape, Math.max(1, Math.min(wanted, fitting)));
  }

  @Override
  public int width() {
    return shape.width() * scale;
  }

  @Override
  public int height() {
    return shape.height() * scale;
  }

  @Override
  public void draw(Canvas canvas, int x, int y, float[] values, int offset) {
    for (int row = 0; row < shape.height(); row++) {
      for (int column = 0; column < shape.width(); column++) {
        int pixel = offset + row * shape.width() + column;
        canvas.fill(x + column * scale, y + row * scale, scale, scale, color(values, pixel));
      }
    }
  }

  private int color(float[] values, int pixel) {
    int plane = shape.height() * shape.width();
    return shape.channels() == 3
        ? Colors.rgb(values[pixel], values[pixel + plane], values[pixel + 2 * plane])
        : Colors.gray(values[pixel]);
  }
}
