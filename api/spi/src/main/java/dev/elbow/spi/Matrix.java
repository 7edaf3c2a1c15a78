package dev.elbow.spi;

import java.util.Arrays;
import java.util.Objects;

/**
 * Rows of numbers on the Java heap: what a metric computes with.
 *
 * <p>The values are not copied, because they may be many: nobody changes them afterwards.
 *
 * @param rows at least 0
 * @param columns at least 0
 * @param values {@code rows * columns} of them, row after row
 */
public record Matrix(int rows, int columns, float[] values) {

  /**
   * @throws IllegalArgumentException if there are more or fewer values than the sizes say
   */
  public Matrix {
    Objects.requireNonNull(values);
    if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
      throw new IllegalArgumentException(
          "expected %d x %d values, found %d".formatted(rows, columns, values.length));
    }
  }

  /** The number in a row and a column, both from 0. */
  public float at(int row, int column) {
    Objects.checkIndex(row, rows);
    return values[row * columns + Objects.checkIndex(column, columns)];
  }

  /** A copy of one row. */
  public float[] row(int row) {
    Objects.checkIndex(row, rows);
    return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
  }

  /** A copy of the first rows. */
  public Matrix first(int count) {
    Objects.checkIndex(count, rows + 1);
    return new Matrix(count, columns, Arrays.copyOf(values, count * columns));
  }

  /** Equal sizes and equal bits, NaN equal to NaN. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Matrix[" + rows + " x " + columns + "]";
  }
}
