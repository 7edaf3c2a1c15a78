package dev.elbow.benchmarks.worker;

/**
 * How near a contender came to the reference from the same parameters, images and noise.
 *
 * @param figure what was compared
 * @param expected the reference's: a loss, or the norm of an array
 * @param found the contender's
 * @param error the relative difference: of the loss, or the norm of the difference to that of the
 *     reference, of the worst array
 * @param worst which array
 * @param allowed what rounding of single precision explains
 */
public record Agreement(
    String figure, double expected, double found, double error, String worst, double allowed) {

  public boolean holds() {
    return error <= allowed;
  }
}
