package dev.elbow.data;

import dev.elbow.spi.DataShape;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Images in memory as bytes, row after row, with their labels if they have any; immutable.
 *
 * <p>A {@link #slice} shares the bytes of what it was cut from.
 */
public final class Images {
  private static final float[] SCALED = scaled();

  private final DataShape shape;
  private final int first;
  private final int count;
  private final byte[] pixels;
  private final Optional<byte[]> labels;

  /** Takes the arrays over without a copy; the caller gives up its hold of them. */
  Images(DataShape shape, byte[] pixels, Optional<byte[]> labels) {
    this(shape, 0, pixels.length / shape.features(), pixels, labels);
    if ((long) count * shape.features() != pixels.length) {
      throw new IllegalArgumentException(
          pixels.length + " pixels are not a whole number of images of " + shape);
    }
    labels.ifPresent(
        values -> {
          if (values.length != count) {
            throw new IllegalArgumentException(values.length + " labels for " + count + " images");
          }
        });
  }

  private Images(DataShape shape, int first, int count, byte[] pixels, Optional<byte[]> labels) {
    this.shape = shape;
    this.first = first;
    this.count = count;
    this.pixels = pixels;
    this.labels = labels;
  }

  /**
   * Images from memory, copied.
   *
   * @param pixels {@code [count * features]}, 0 to 255 unsigned
   * @param labels {@code [count]}, 0 to 255 unsigned
   */
  public static Images of(DataShape shape, byte[] pixels, Optional<byte[]> labels) {
    return new Images(shape, pixels.clone(), labels.map(byte[]::clone));
  }

  /** The shape of one image. */
  public DataShape shape() {
    return shape;
  }

  /** The number of images. */
  public int count() {
    return count;
  }

  /** Whether each image has a label. */
  public boolean labelled() {
    return labels.isPresent();
  }

  /** The label of an image, 0 to 255. */
  public OptionalInt label(int image) {
    Objects.checkIndex(image, count);
    return labels.isPresent()
        ? OptionalInt.of(labels.get()[first + image] & 0xFF)
        : OptionalInt.empty();
  }

  /** One pixel, 0 to 255. */
  public int pixel(int image, int feature) {
    Objects.checkIndex(feature, shape.features());
    return pixels[offset(image) + feature] & 0xFF;
  }

  /** Writes one image's pixels, divided by 255, to {@code target[offset ...]}. */
  public void copy(int image, float[] target, int offset) {
    int start = offset(image);
    int features = shape.features();
    Objects.checkFromIndexSize(offset, features, target.length);
    for (int i = 0; i < features; i++) {
      target[offset + i] = SCALED[pixels[start + i] & 0xFF];
    }
  }

  /** The images from {@code from} (inclusive) to {@code to} (exclusive). */
  public Images slice(int from, int to) {
    Objects.checkFromToIndex(from, to, count);
    return new Images(shape, first + from, to - from, pixels, labels);
  }

  /** SHA-256, in hex, of shape, count, pixels and labels; the same however they were stored. */
  public String sha256() {
    int features = shape.features();
    Sha256 digest = new Sha256();
    digest.text(shape.channels() + " " + shape.height() + " " + shape.width() + " " + count);
    digest.bytes(pixels, first * features, count * features);
    digest.text(labels.isPresent() ? "labels" : "no labels");
    labels.ifPresent(values -> digest.bytes(values, first, count));
    return digest.hex();
  }

  private int offset(int image) {
    return (first + Objects.checkIndex(image, count)) * shape.features();
  }

  private static float[] scaled() {
    float[] table = new float[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = i / 255f;
    }
    return table;
  }
}
