package dev.elbow.tck;

import dev.elbow.spi.InputException;

/** Demands that something is refused as the user's mistake, not by accident. */
final class Refusals {
  private Refusals() {}

  static void check(Runnable attempt, String what, Faults faults) {
    try {
      attempt.run();
      faults.unless(false, "%s: expected an InputException, found that it is accepted", what);
    } catch (InputException refused) {
      faults.unless(
          !refused.problem().isBlank() && !refused.fix().isBlank(),
          "%s: the InputException says neither what was wrong nor what to do",
          what);
    } catch (RuntimeException other) {
      faults.unless(false, "%s: expected an InputException, found %s", what, other);
    }
  }
}
