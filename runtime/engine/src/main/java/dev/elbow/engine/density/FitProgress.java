package dev.elbow.engine.density;

/** Hears how a fit goes on. */
public interface FitProgress {
  /** For those who do not want to hear. */
  FitProgress SILENT = new FitProgress() {};

  /**
   * An iteration of EM is done.
   *
   * @param start from 1: a fit begins several times
   * @param iteration from 1, of this start
   * @param meanLogLikelihood nats per standardised training code
   */
  default void iterated(int start, int iteration, double meanLogLikelihood) {}

  /** Something the user should know. */
  default void remark(String text) {}
}
