package dev.elbow.engine.training.optimizer;

/** What a decaying mean that began at 0 lacks in the first steps. */
final class Bias {
  private Bias() {}

  /** 1 - decay^t with t = step + 1. */
  static double of(double decay, long step) {
    return 1 - Math.pow(decay, step + 1.0);
  }

  /** Adam's step length: rate sqrt(1 - b2^t) / (1 - b1^t). */
  static float step(double rate, double beta1, double beta2, long step) {
    return (float) (rate * Math.sqrt(of(beta2, step)) / of(beta1, step));
  }
}
