package dev.elbow.graph.kernel;

import java.nio.FloatBuffer;

/** Copies a matrix with rows and columns exchanged, in squares that fit the first cache. */
public final class Transposition {
  private static final int SQUARE = 32;

  private final int rows;
  private final int columns;
  private final float[] from = new float[SQUARE * SQUARE];
  private final float[] to = new float[SQUARE * SQUARE];

  /**
   * @param rows of the matrix that is read
   * @param columns of the matrix that is read
   */
  public Transposition(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** Reads {@code [rows, columns]} and writes {@code [columns, rows]}. */
  public void run(FloatBuffer source, FloatBuffer target) {
    for (int row = 0; row < rows; row += SQUARE) {
      int height = Math.min(SQUARE, rows - row);
      for (int column = 0; column < columns; column += SQUARE) {
        int width = Math.min(SQUARE, columns - column);
        for (int i = 0; i < height; i++) {
          source.get((row + i) * columns + column, from, i * SQUARE, width);
        }
        exchange();
        for (int i = 0; i < width; i++) {
          target.put((column + i) * rows + row, to, i * SQUARE, height);
        }
      }
    }
  }

  private void exchange() {
    for (int i = 0; i < SQUARE; i++) {
      for (int j = 0; j < SQUARE; j++) {
        to[i * SQUARE + j] = from[j * SQUARE + i];
      }
    }
  }
}
