package dev.elbow.graph.ir;

/** Which element of an input belongs to row r and column c of a {@link Space}. */
public sealed interface Access {
  /** Element {@code r columns + c}: the input has the elements of the space. */
  record Full() implements Access {}

  /** The one element there is. */
  record Scalar() implements Access {}

  /** Element c: the same for each row, such as a bias. */
  record PerColumn() implements Access {}

  /**
   * Element {@code r mod period}: the same for each column, such as a figure of each example.
   *
   * @param period the input's length, which divides the number of rows
   */
  record PerRow(long period) implements Access {}

  /**
   * Element {@code r stride + offset + c}: a range of columns of a wider matrix.
   *
   * @param offset the first column
   * @param stride the width of the wider matrix
   */
  record Slice(long offset, long stride) implements Access {}

  /**
   * Element {@code r width + c - offset}, and 0 outside: a matrix among columns of zeros.
   *
   * @param offset the first column that is not 0
   * @param width the number of such columns
   */
  record Pad(long offset, long width) implements Access {}

  /** Whether any division of the elements into rows and columns will do. */
  default boolean isFree() {
    return this instanceof Full || this instanceof Scalar;
  }
}
