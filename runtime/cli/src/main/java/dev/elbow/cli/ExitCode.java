package dev.elbow.cli;

import dev.elbow.spi.InputException;

/** What the process says to its caller. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int FAILED = 1;

  /** The user's input is wrong. */
  public static final int WRONG_INPUT = 2;

  /** Stopped with Ctrl-C, as shells have it: 128 + SIGINT. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** The code of an error. */
  public static int of(Throwable error) {
    return error instanceof InputException ? WRONG_INPUT : FAILED;
  }
}
