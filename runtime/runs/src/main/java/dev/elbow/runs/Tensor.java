package dev.elbow.runs;

import java.util.Arrays;
import java.util.Objects;

/**
 * A named array's shape and its values in C order (last dimension fastest).
 *
 * <p>The data are not copied, because they may be gigabytes: do not change them afterwards.
 *
 * @param shape non-negative sizes; empty for a scalar
 * @param data as many values as the product of the sizes
 */
public record Tensor(long[] shape, float[] data) {

  /**
   * @throws IllegalArgumentException if a size is negative or the product is not the data's length
   */
  public Tensor {
    Objects.requireNonNull(data);
    shape = shape.clone();
    long expected = elements(shape);
    if (expected != data.length) {
      throw new IllegalArgumentException(
          "shape %s holds %d values, found %d"
              .formatted(Arrays.toString(shape), expected, data.length));
    }
  }

  public static Tensor of(float[] data, long... shape) {
    return new Tensor(shape, data);
  }

  /** Shape {@code [data.length]}. */
  public static Tensor vector(float... data) {
    return new Tensor(new long[] {data.length}, data);
  }

  @Override
  public long[] shape() {
    return shape.clone();
  }

  /**
   * The product of the sizes; 1 for a scalar.
   *
   * @throws IllegalArgumentException if a size is negative or the product exceeds a long
   */
  static long elements(long[] shape) {
    long product = 1;
    for (long size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException("negative size in shape " + Arrays.toString(shape));
      }
      try {
        product = Math.multiplyExact(product, size);
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException("too large a shape " + Arrays.toString(shape), e);
      }
    }
    return product;
  }

  /** Equal shape and equal bits, NaN equal to NaN. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that
        && Arrays.equals(shape, that.shape)
        && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(shape) + Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return "Tensor" + Arrays.toString(shape);
  }
}
