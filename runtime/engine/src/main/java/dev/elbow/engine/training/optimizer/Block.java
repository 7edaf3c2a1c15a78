package dev.elbow.engine.training.optimizer;

/**
 * A range of the flat arrays that fits into a core's first cache.
 *
 * @param index among all blocks
 * @param from first element
 * @param length of elements
 */
record Block(int index, long from, int length) {
  /** The most elements; powers of two from 1,024 to 4,096 take the same time. */
  static final int SIZE = 2048;
}
