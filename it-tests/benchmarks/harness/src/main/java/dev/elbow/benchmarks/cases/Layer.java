package dev.elbow.benchmarks.cases;

/**
 * A layer as every contender builds it.
 *
 * @param name of its parameters in Elbow's checkpoints: {@code <name>/weight}, {@code <name>/bias}
 * @param kind what it computes
 * @param from inputs, or channels
 * @param to outputs, or channels
 * @param side of the larger image, pixels; 0 for a dense layer
 * @param activation behind it
 */
public record Layer(String name, Kind kind, int from, int to, int side, Activation activation) {

  /** Height and width of every window, pixels. */
  public static final int KERNEL = 4;

  /** The step of every window, pixels. */
  public static final int STRIDE = 2;

  /** Zeros on each side of the larger image, pixels, so that sizes are halved and doubled. */
  public static final int PADDING = 1;

  /** What a layer computes. */
  public enum Kind {
    DENSE,
    CONVOLUTION,
    TRANSPOSED
  }

  /** What stands behind a layer. */
  public enum Activation {
    NONE,
    RELU,
    /** With a slope of 0.01. */
    LEAKY_RELU
  }

  static Layer dense(String name, int from, int to, Activation activation) {
    return new Layer(name, Kind.DENSE, from, to, 0, activation);
  }

  /** The side of the image that comes in. */
  public int sideBefore() {
    return kind == Kind.TRANSPOSED ? side / STRIDE : side;
  }

  /** The side of the image that goes out; 1 for a dense layer. */
  public int sideAfter() {
    return switch (kind) {
      case DENSE -> 1;
      case CONVOLUTION -> side / STRIDE;
      case TRANSPOSED -> side;
    };
  }
}
