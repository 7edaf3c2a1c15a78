package dev.elbow.engine.training.optimizer;

/**
 * One step of a rule on one block; all blocks may be moved at the same time.
 *
 * <p>The compiler vectorises short loops only: a rule with a long formula has two.
 */
@FunctionalInterface
interface Kernel {

  /**
   * Moves the parameters and the moments, element by element.
   *
   * @param p parameters, changed
   * @param g gradient, which may be overwritten
   * @param s moments in the order of {@link Rule#moments()}, changed
   * @param n the number of elements
   */
  void move(float[] p, float[] g, float[][] s, int n);
}
