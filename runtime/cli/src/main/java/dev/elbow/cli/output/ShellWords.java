package dev.elbow.cli.output;

/** Words of a command that a user is to paste. */
public final class ShellWords {
  private ShellWords() {}

  /** The text as one word of a POSIX shell, in quotes only if it needs them. */
  public static String quote(String text) {
    return text.matches("[\\p{L}\\p{N}._/:\\\\+@%~-]+")
        ? text
        : "'" + text.replace("'", "'\\''") + "'";
  }
}
