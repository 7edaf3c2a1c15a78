package dev.elbow.runs;

import dev.elbow.spi.DataShape;

/**
 * One number for each pixel of an image, from dark blue at the least to yellow at the greatest; of
 * several channels, their mean.
 */
record HeatTiles(ImageTiles frame, float least, float greatest) implements Tiles {

  static HeatTiles of(DataShape shape, int columns, float[] drawn) {
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    int features = shape.features();
    for (int example = 0; example < drawn.length; example += features) {
      for (int pixel = 0; pixel < shape.height() * shape.width(); pixel++) {
        float mean = mean(shape, drawn, example + pixel);
        if (Float.isFinite(mean)) {
          least = Math.min(least, mean);
          greatest = Math.max(greatest, mean);
        }
      }
    }
    return new HeatTiles(ImageTiles.of(shape, columns), least, greatest);
  }

  @Override
  public int width() {
    return frame.width();
  }

  @Override
  public int height() {
    return frame.height();
  }

  @Override
  public void draw(Canvas canvas, int x, int y, float[] values, int offset) {
    DataShape shape = frame.shape();
    int scale = frame.scale();
    for (int row = 0; row < shape.height(); row++) {
      for (int column = 0; column < shape.width(); column++) {
        float value = mean(shape, values, offset + row * shape.width() + column);
        int color = Colors.heat(StripTiles.place(value, least, greatest));
        canvas.fill(x + column * scale, y + row * scale, scale, scale, color);
      }
    }
  }

  private static float mean(DataShape shape, float[] values, int pixel) {
    int plane = shape.height() * shape.width();
    float sum = 0;
    for (int channel = 0; channel < shape.channels(); channel++) {
      sum += values[pixel + channel * plane];
    }
    return sum / shape.channels();
  }
}
