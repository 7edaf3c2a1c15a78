package dev.elbow.engine.audit;

import dev.elbow.spi.InputException;

/**
 * How much an audit looks at.
 *
 * @param examples of the test set, the first ones
 * @param samples of the posterior for each of them
 */
public record AuditOptions(int examples, int samples) {
  /** Enough for a standard error of some hundredths of a nat. */
  public static final AuditOptions DEFAULT = new AuditOptions(256, 64);

  private static final int MOST = 10_000;

  /**
   * Checks the numbers.
   *
   * @throws InputException if they are too few to tell a batch from an example, or beyond reason
   */
  public AuditOptions {
    require("examples", examples, 2);
    require("samples", samples, 8);
  }

  private static void require(String what, int number, int fewest) {
    if (number < fewest || number > MOST) {
      throw new InputException(
          "AUDIT-COUNT",
          "expected from %d to %d %s, found %d".formatted(fewest, MOST, what, number),
          "--" + what,
          "Choose a number in this range.");
    }
  }
}
