package dev.elbow.engine.evaluation;

/**
 * How codes become examples.
 *
 * @param show what to show of p(x|z)
 * @param seed of the likelihood's noise
 * @param epoch completed by the model, for a decoder whose phases depend on it
 * @param progress hears the steps of an autoregressive decoder
 */
public record Generation(Show show, long seed, double epoch, GenerationProgress progress) {

  /** What to show of p(x|z). */
  public enum Show {
    /** Its mean; of an autoregressive decoder, which has none to show, a sample. */
    MEAN,
    /** A sample of it, with the likelihood's own noise. */
    SAMPLE
  }

  /** The mean, in silence. */
  public static Generation mean(long seed, double epoch) {
    return new Generation(Show.MEAN, seed, epoch, GenerationProgress.NONE);
  }
}
