package dev.elbow.spi;

/**
 * The shape of one example or of one vector between two networks.
 *
 * @param channels at least 1
 * @param height rows; 1 for a vector
 * @param width columns; the size of a vector
 */
public record DataShape(int channels, int height, int width) {

  public DataShape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "expected channels, height and width of at least 1, found %d x %d x %d"
              .formatted(channels, height, width));
    }
  }

  /** A vector of the given size. */
  public static DataShape vector(int size) {
    return new DataShape(1, 1, size);
  }

  /** Whether there is no spatial extent. */
  public boolean isVector() {
    return channels == 1 && height == 1;
  }

  /** channels x height x width. */
  public int features() {
    return Math.multiplyExact(Math.multiplyExact(channels, height), width);
  }

  @Override
  public String toString() {
    return isVector() ? Integer.toString(width) : channels + "x" + height + "x" + width;
  }
}
