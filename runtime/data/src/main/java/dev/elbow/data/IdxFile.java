package dev.elbow.data;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the IDX format of MNIST: images (magic 0x00000803: count, rows, columns, bytes) and labels
 * (magic 0x00000801: count, bytes), gzipped or plain by what the file holds, not by its name.
 *
 * <p>Nothing is allocated for a size that the file cannot hold.
 */
public final class IdxFile {
  private static final int IMAGES = 0x803;
  private static final int LABELS = 0x801;
  private static final long LARGEST_SIDE = 65_535;

  /** What one Java array holds, less the headroom that some virtual machines need. */
  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 16;

  private IdxFile() {}

  /**
   * Reads images of one channel, and their labels.
   *
   * @throws InputException if a file is missing, is not what it should be, is truncated, has bytes
   *     after its end, holds no images, or holds another number of labels than of images
   */
  public static Images read(Path images, Optional<Path> labels) {
    return read(IdxSource.file(images), labels.map(IdxSource::file));
  }

  static Images read(IdxSource images, Optional<IdxSource> labels) {
    Optional<byte[]> values = labels.map(IdxFile::readLabels);
    try (IdxInput in = IdxInput.open(images)) {
      in.expectMagic(IMAGES);
      long count = in.readUnsignedInt();
      long rows = in.readUnsignedInt();
      long columns = in.readUnsignedInt();
      check(images, count, rows, columns);
      values.ifPresent(found -> checkCounts(count, images, found.length, labels.get()));
      byte[] pixels = in.readBody((int) (count * rows * columns));
      return new Images(new DataShape(1, (int) rows, (int) columns), pixels, values);
    }
  }

  private static byte[] readLabels(IdxSource source) {
    try (IdxInput in = IdxInput.open(source)) {
      in.expectMagic(LABELS);
      long count = in.readUnsignedInt();
      check(source, count, 1, 1);
      return in.readBody((int) count);
    }
  }

  private static void check(IdxSource source, long count, long rows, long columns) {
    if (count == 0) {
      throw new InputException(
          "DATA-EMPTY",
          "expected at least one example, found a header that says 0",
          source.place(),
          "Give a file with examples in it.");
    }
    if (rows < 1 || columns < 1 || rows > LARGEST_SIDE || columns > LARGEST_SIDE) {
      throw new InputException(
          "DATA-NOT-IDX",
          "expected images of 1 to "
              + LARGEST_SIDE
              + " rows and columns, found a header that says "
              + rows
              + " x "
              + columns,
          source.place(),
          "Check that the file is an IDX file of unsigned bytes.");
    }
    if (count > LARGEST_ARRAY / (rows * columns)) {
      throw new InputException(
          "DATA-TOO-LARGE",
          "expected at most "
              + LARGEST_ARRAY
              + " pixels, found a header that says "
              + count
              + " images of "
              + rows
              + " x "
              + columns,
          source.place(),
          "Cut the file into smaller ones, or check that it is an IDX file.");
    }
  }

  private static void checkCounts(long images, IdxSource imageFile, long labels, IdxSource file) {
    if (images != labels) {
      throw new InputException(
          "DATA-COUNT-MISMATCH",
          "expected as many labels as images ("
              + images
              + " in "
              + imageFile.place()
              + "), found "
              + labels,
          file.place(),
          "Give the label file that belongs to these images.");
    }
  }
}
