package dev.elbow.runs;

import dev.elbow.spi.DataShape;

/** How one example looks: its size in the picture and how it is drawn. */
interface Tiles {

  int width();

  int height();

  /** Draws the example that begins at {@code offset} with its upper left corner at x, y. */
  void draw(Canvas canvas, int x, int y, float[] values, int offset);

  /**
   * @param columns examples side by side; it limits the scale
   * @param drawn every array of values that the picture will show; vectors share one color scale
   */
  static Tiles of(DataShape shape, int columns, float[]... drawn) {
    return shape.isVector()
        ? StripTiles.of(shape.width(), columns, drawn)
        : ImageTiles.of(shape, columns);
  }

  /** Of the same size, with one color scale for all the values. */
  static Tiles heat(DataShape shape, int columns, float[] drawn) {
    return shape.isVector()
        ? StripTiles.of(shape.width(), columns, drawn)
        : HeatTiles.of(shape, columns, drawn);
  }
}
