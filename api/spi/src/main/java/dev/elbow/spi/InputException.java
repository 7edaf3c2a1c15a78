package dev.elbow.spi;

/** The user's input is wrong: a configuration, an argument, a data file, a run, a plugin jar. */
public final class InputException extends ElbowException {
  private static final long serialVersionUID = 1L;

  /**
   * @param id a stable identifier such as {@code CFG-UNKNOWN-KEY}
   * @param problem what was wrong, expected against actual
   * @param place file, line and column, jar, or run; empty if there is none
   * @param fix what to do, with the valid names
   */
  public InputException(String id, String problem, String place, String fix) {
    this(id, problem, place, fix, null);
  }

  /** The same, with the cause. */
  public InputException(String id, String problem, String place, String fix, Throwable cause) {
    super(id, problem, place, fix, cause);
  }
}
