package dev.elbow.spi;

/** Valid input that could not be carried out: a full disk, a diverged loss, a plugin's defect. */
public final class FailureException extends ElbowException {
  private static final long serialVersionUID = 1L;

  /**
   * @param id a stable identifier such as {@code TRAIN-NOT-FINITE}
   * @param problem what went wrong
   * @param place file, run, term or step; empty if there is none
   * @param fix what to try
   */
  public FailureException(String id, String problem, String place, String fix) {
    this(id, problem, place, fix, null);
  }

  /** The same, with the cause. */
  public FailureException(String id, String problem, String place, String fix, Throwable cause) {
    super(id, problem, place, fix, cause);
  }
}
