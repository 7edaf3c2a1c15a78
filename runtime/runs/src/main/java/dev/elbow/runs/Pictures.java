package dev.elbow.runs;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Examples as pictures; needs neither a display nor fonts.
 *
 * <p>Examples are flat, {@code [count * features]} in channel, row, column order. Images have
 * values from 0 to 1 and are clamped to that; three channels are red, green and blue, of any other
 * number the first is gray. Vectors are strips of colored cells on one scale for the whole picture.
 * NaN is magenta. Small images are enlarged by a whole number, less where there are many columns.
 */
public final class Pictures {

  private static final int LINE = 2;
  private static final int BLOCK_GAP = 10;
  private static final int LINE_COLOR = 0x8c8c8c;
  private static final int PAPER = 0xffffff;

  private Pictures() {}

  /**
   * Examples row by row with thin lines between them.
   *
   * @param columns at least 1; fewer are used if there are fewer examples
   * @throws InputException {@code PICTURE-SIZE} if it would have more than 100 million pixels
   */
  public static BufferedImage grid(float[] values, int count, DataShape shape, int columns) {
    require(values, count, shape, columns);
    int across = Math.min(columns, count);
    Tiles tiles = Tiles.of(shape, across, values);
    Canvas canvas = canvas(tiles, across, (count - 1L) / across + 1, 1);
    for (int i = 0; i < count; i++) {
      int x = LINE + i % across * (tiles.width() + LINE);
      int y = LINE + i / across * (tiles.height() + LINE);
      frame(canvas, tiles, x, y, 1);
      tiles.draw(canvas, x, y, values, i * shape.features());
    }
    return canvas.image();
  }

  /** The same for {@code [count][features]}. */
  public static BufferedImage grid(float[][] examples, DataShape shape, int columns) {
    return grid(flat(examples, shape), examples.length, shape, columns);
  }

  /**
   * Several views of each example below one another, such as an original and its reconstruction, in
   * blocks of as many rows as there are views.
   *
   * @param columns at least 1; fewer are used if there are fewer examples
   * @param views {@code [count * features]} each
   * @throws InputException {@code PICTURE-SIZE} if it would have more than 100 million pixels
   */
  public static BufferedImage stacks(int count, DataShape shape, int columns, float[]... views) {
    for (float[] view : views) {
      require(view, count, shape, columns);
    }
    int across = Math.min(columns, count);
    Tiles tiles = Tiles.of(shape, across, views);
    return stacks(count, shape, across, Stream.of(views).map(v -> new Row(tiles, v)).toList());
  }

  /**
   * The same, with one number for each feature below the views, such as a standard deviation: in
   * colors from dark blue at the least of all to yellow at the greatest.
   *
   * @param heat {@code [count * features]}
   */
  public static BufferedImage heatStacks(
      int count, DataShape shape, int columns, float[] heat, float[]... views) {
    require(heat, count, shape, columns);
    for (float[] view : views) {
      require(view, count, shape, columns);
    }
    int across = Math.min(columns, count);
    Tiles tiles = Tiles.of(shape, across, views);
    List<Row> rows = new ArrayList<>(Stream.of(views).map(v -> new Row(tiles, v)).toList());
    rows.add(new Row(Tiles.heat(shape, across, heat), heat));
    return stacks(count, shape, across, rows);
  }

  /** A view and how it is drawn; all rows of a picture have tiles of one size. */
  private record Row(Tiles tiles, float[] values) {}

  private static BufferedImage stacks(int count, DataShape shape, int across, List<Row> rows) {
    Tiles tiles = rows.get(0).tiles();
    Canvas canvas = canvas(tiles, across, (count - 1L) / across + 1, rows.size());
    for (int i = 0; i < count; i++) {
      int x = LINE + i % across * (tiles.width() + LINE);
      int y = LINE + i / across * (blockHeight(tiles, rows.size()) + BLOCK_GAP);
      frame(canvas, tiles, x, y, rows.size());
      for (Row row : rows) {
        row.tiles().draw(canvas, x, y, row.values(), i * shape.features());
        y += tiles.height() + LINE;
      }
    }
    return canvas.image();
  }

  /**
   * Writes a PNG, atomically.
   *
   * @throws FailureException {@code RUN-DISK} if the disk is full or refuses
   */
  public static void write(BufferedImage picture, Path file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Its own cache, because the default one is a file in the system's temporary folder.
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    AtomicFiles.write(file, bytes.toByteArray());
  }

  private static Canvas canvas(Tiles tiles, int across, long blocks, int rows) {
    int gap = rows == 1 ? LINE : BLOCK_GAP;
    long width = LINE + (long) across * (tiles.width() + LINE);
    long height = LINE + blocks * (blockHeight(tiles, rows) + gap) - gap + LINE;
    return new Canvas(width, height, PAPER);
  }

  private static int blockHeight(Tiles tiles, int rows) {
    return rows * tiles.height() + (rows - 1) * LINE;
  }

  // Drawn per example, so that the unused places of the last row stay paper.
  private static void frame(Canvas canvas, Tiles tiles, int x, int y, int rows) {
    int height = blockHeight(tiles, rows) + 2 * LINE;
    canvas.fill(x - LINE, y - LINE, tiles.width() + 2 * LINE, height, LINE_COLOR);
  }

  private static void require(float[] values, int count, DataShape shape, int columns) {
    if (count < 1 || columns < 1 || values.length != (long) count * shape.features()) {
      throw new IllegalArgumentException(
          "expected at least 1 example of %s in at least 1 column, found %d values, %d examples, %d columns"
              .formatted(shape, values.length, count, columns));
    }
  }

  private static float[] flat(float[][] examples, DataShape shape) {
    float[] result = new float[Math.multiplyExact(examples.length, shape.features())];
    for (int i = 0; i < examples.length; i++) {
      if (examples[i].length != shape.features()) {
        throw new IllegalArgumentException(
            "expected %d features, found %d in example %d"
                .formatted(shape.features(), examples[i].length, i));
      }
      System.arraycopy(examples[i], 0, result, i * shape.features(), shape.features());
    }
    return result;
  }
}
