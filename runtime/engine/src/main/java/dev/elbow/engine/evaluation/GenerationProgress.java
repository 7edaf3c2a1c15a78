package dev.elbow.engine.evaluation;

/** Hears how far a generation is that goes step by step. */
@FunctionalInterface
public interface GenerationProgress {

  /** Hears nothing. */
  GenerationProgress NONE = (done, total) -> {};

  /**
   * @param done steps, of all batches
   * @param total steps
   */
  void advanced(long done, long total);
}
