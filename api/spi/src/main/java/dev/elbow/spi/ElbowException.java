package dev.elbow.spi;

import java.util.Objects;

/**
 * What went wrong, where, and what to do about it.
 *
 * <p>The two members of the family are {@link InputException} (the user can mend it: exit code 2)
 * and {@link FailureException} (exit code 1). A plugin throws them as the runtime does.
 */
public abstract sealed class ElbowException extends RuntimeException
    permits InputException, FailureException {

  private final String id;
  private final String problem;
  private final String place;
  private final String fix;

  ElbowException(String id, String problem, String place, String fix, Throwable cause) {
    super(Objects.requireNonNull(problem), cause);
    this.id = Objects.requireNonNull(id);
    this.problem = problem;
    this.place = Objects.requireNonNull(place);
    this.fix = Objects.requireNonNull(fix);
  }

  /** A stable identifier of the kind of error, such as {@code CFG-UNKNOWN-KEY}. */
  public final String id() {
    return id;
  }

  /** What was wrong, with what was expected against what was found. */
  public final String problem() {
    return problem;
  }

  /** Where: a file with line and column, a jar with its version, a run, a step. May be empty. */
  public final String place() {
    return place;
  }

  /** What the user can do, with the names that would have been valid. */
  public final String fix() {
    return fix;
  }

  @Override
  public String getMessage() {
    return id + ": " + problem + (place.isEmpty() ? "" : " (" + place + ")") + " " + fix;
  }
}
