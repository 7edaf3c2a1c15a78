package dev.elbow.engine.training.optimizer;

/**
 * Keeps a pass free of denormal numbers, with which a processor can be thirty times slower: the
 * gradient of a dead unit is 0, and its moments decay by the same factor each step, for ever.
 *
 * <p>Every function is sums, products, minima and maxima, so that the compiler can use the vector
 * unit; a comparison with a jump would stop it. Values that matter keep their precision: the
 * smallest that an update can feel is about the rule's epsilon.
 */
final class Denormals {
  /** Its sums with smaller numbers are multiples of 2^-104: normal, and their products too. */
  private static final float NEGLIGIBLE = 0x1p-80f;

  /** Its square is 2^-104. */
  private static final float FLOOR = 0x1p-52f;

  private Denormals() {}

  /** x, to a multiple of 2^-104. */
  static float rounded(float x) {
    return (x + NEGLIGIBLE) - NEGLIGIBLE;
  }

  /** x, nearer to 0 by 2^-80: what decays ends at 0. */
  static float fading(float x) {
    return x - Math.max(-NEGLIGIBLE, Math.min(x, NEGLIGIBLE));
  }

  /** The square of |x| + 2^-52: a mean of squares ends at 2^-104. */
  static float square(float x) {
    float magnitude = Math.abs(x) + FLOOR;
    return magnitude * magnitude;
  }
}
