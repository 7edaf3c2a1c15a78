package dev.elbow.launcher;

import java.util.Objects;

/** Why one jar or one factory cannot be used; it becomes a failed record and stops nothing else. */
final class UnusableException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String reason;
  private final String fix;

  UnusableException(String reason, String fix) {
    this(reason, fix, null);
  }

  UnusableException(String reason, String fix, Throwable cause) {
    super(reason, cause);
    this.reason = Objects.requireNonNull(reason);
    this.fix = Objects.requireNonNull(fix);
  }

  String reason() {
    return reason;
  }

  String fix() {
    return fix;
  }
}
