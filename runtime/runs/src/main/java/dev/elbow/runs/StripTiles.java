package dev.elbow.runs;

/** Vectors as strips of cells, colored from the least to the greatest finite value drawn. */
record StripTiles(int size, int cell, float least, float greatest) implements Tiles {

  private static final int WANTED = 480;
  private static final int WIDEST_CELL = 16;
  private static final int HEIGHT = 12;

  static StripTiles of(int size, int columns, float[]... drawn) {
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (float[] values : drawn) {
      for (float value : values) {
        if (Float.isFinite(value)) {
          least = Math.min(least, value);
          greatest = Math.max(greatest, value);
        }
      }
    }
    int cell = Math.max(1, Math.min(WIDEST_CELL, WANTED / Math.multiplyExact(columns, size)));
    return new StripTiles(size, cell, least, greatest);
  }

  @Override
  public int width() {
    return size * cell;
  }

  @Override
  public int height() {
    return HEIGHT;
  }

  @Override
  public void draw(Canvas canvas, int x, int y, float[] values, int offset) {
    for (int i = 0; i < size; i++) {
      int color = Colors.heat(place(values[offset + i], least, greatest));
      canvas.fill(x + i * cell, y, cell, HEIGHT, color);
    }
  }

  /** From 0 at the least to 1 at the greatest. */
  static double place(float value, float least, float greatest) {
    if (Float.isInfinite(value)) {
      return value > 0 ? 1 : 0;
    }
    double range = (double) greatest - least;
    // Equal values have no scale: the middle. NaN stays NaN.
    return range > 0 ? (value - (double) least) / range : value - value + 0.5;
  }
}
