package dev.elbow.graph.kernel;

/** The part of a matrix that is in the registers: whole rows, or a piece of one. */
final class Region {
  int row;
  int rows;
  int column;
  int columns;

  /** The number of elements. */
  int n() {
    return rows * columns;
  }
}
