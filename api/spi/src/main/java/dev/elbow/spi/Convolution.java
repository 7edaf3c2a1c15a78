package dev.elbow.spi;

/**
 * The geometry of a convolution over images, or of the transpose of one, for {@link
 * Graph#convolution}.
 *
 * <p>A strided convolution has the output size {@code ceil(size / stride)}. Its zero padding is
 * {@code p = max((ceil(size / stride) - 1) stride + kernel - size, 0)} in each direction, {@code
 * floor(p / 2)} of it before the image and the rest behind: output pixel i sees the input pixels
 * {@code i stride - floor(p / 2) + j}, {@code 0 <= j < kernel}.
 *
 * <p>A transposed convolution from a to b connects the pixels that the strided one from b to a
 * connects, in the other direction. It therefore reaches each size that the strided one started
 * from, even or odd.
 *
 * @param from the shape of an input image
 * @param to the shape of an output image
 * @param kernel the height and width of the window, in pixels
 * @param stride the step of the window, in pixels of the larger image
 * @param transposed whether it enlarges
 * @param bias whether a trained value is added to each output channel; pointless in front of a
 *     batch normalisation, which subtracts it again
 */
public record Convolution(
    DataShape from, DataShape to, int kernel, int stride, boolean transposed, boolean bias) {

  /**
   * @throws IllegalArgumentException if the sizes do not fit the stride, or if the kernel of a
   *     transposed convolution is smaller than its stride, so that it would leave gaps
   */
  public Convolution {
    if (kernel < 1) {
      throw new IllegalArgumentException("expected a kernel of at least 1, found " + kernel);
    }
    if (transposed && kernel < stride) {
      throw new IllegalArgumentException(
          "expected a kernel of at least the stride %d in a transposed convolution, found %d"
              .formatted(stride, kernel));
    }
    DataShape large = transposed ? to : from;
    DataShape small = transposed ? from : to;
    if (!small.equals(strided(large, small.channels(), stride))) {
      throw new IllegalArgumentException(
          "expected %s as the smaller image of a convolution at %s with stride %d, found %s"
              .formatted(strided(large, small.channels(), stride), large, stride, small));
    }
  }

  /** From an image to {@code filters x ceil(height / stride) x ceil(width / stride)}. */
  public static Convolution strided(DataShape from, int filters, int kernel, int stride) {
    return new Convolution(from, strided(from, filters, stride), kernel, stride, false, true);
  }

  /** From {@code channels x ceil(height / stride) x ceil(width / stride)} to an image. */
  public static Convolution transpose(DataShape from, DataShape to, int kernel, int stride) {
    return new Convolution(from, to, kernel, stride, true, true);
  }

  /** The same without a bias. */
  public Convolution withoutBias() {
    return new Convolution(from, to, kernel, stride, transposed, false);
  }

  private static DataShape strided(DataShape image, int channels, int stride) {
    return new DataShape(channels, steps(image.height(), stride), steps(image.width(), stride));
  }

  private static int steps(int size, int stride) {
    if (stride < 1) {
      throw new IllegalArgumentException("expected a stride of at least 1, found " + stride);
    }
    return (size - 1) / stride + 1;
  }

  /** The rows or columns of zeros before an image whose larger size is given. */
  int paddingBefore(int size) {
    return Math.max((steps(size, stride) - 1) * stride + kernel - size, 0) / 2;
  }

  /**
   * The number of inputs that reach one output away from the borders; for a transposed convolution,
   * on average.
   */
  double fanIn() {
    double window = (double) from.channels() * kernel * kernel;
    return transposed ? window / ((double) stride * stride) : window;
  }
}
