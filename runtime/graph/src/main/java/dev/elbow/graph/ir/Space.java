package dev.elbow.graph.ir;

/**
 * The elements that an element-wise node goes over, as a matrix in row-major order.
 *
 * @param rows at least 1
 * @param columns at least 1
 */
public record Space(long rows, long columns) {
  /** The number of elements. */
  public long length() {
    return rows * columns;
  }
}
