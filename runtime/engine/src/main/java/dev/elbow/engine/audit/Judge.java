package dev.elbow.engine.audit;

import dev.elbow.engine.audit.Check.Outcome;
import dev.elbow.spi.Bound;
import java.util.ArrayList;
import java.util.List;

/** From checks to verdicts. */
final class Judge {
  private final Bound stated;
  private final List<Check> checks;

  /**
   * @param stated what the model says of -log p(x|z) + KL
   */
  Judge(Bound stated, List<Check> checks) {
    this.stated = stated;
    this.checks = checks;
  }

  /** The figure that is printed: -log p(x|z) + KL. */
  Verdict negativeElbo() {
    List<String> wrong = new ArrayList<>();
    checks.stream().filter(c -> c.counts() && failed(c)).forEach(c -> add(wrong, c.text()));
    if (!stated.holds()) {
      add(wrong, stated.reason());
    }
    List<String> remarks = new ArrayList<>();
    checks.stream()
        .filter(c -> !c.counts() && failed(c) && !c.ofObjective())
        .forEach(c -> add(remarks, c.text()));
    if (!wrong.isEmpty()) {
      return new Verdict("negativeElbo", Verdict.Outcome.NOT_A_BOUND, "", wrong, remarks);
    }
    List<String> open = new ArrayList<>();
    checks.stream()
        .filter(c -> c.counts() && c.outcome() == Outcome.UNCHECKED)
        .forEach(c -> add(open, c.text()));
    return open.isEmpty()
        ? new Verdict("negativeElbo", Verdict.Outcome.BOUND, stated.reason(), List.of(), remarks)
        : new Verdict("negativeElbo", Verdict.Outcome.UNDECIDED, "", open, remarks);
  }

  private static boolean failed(Check check) {
    return check.outcome() == Outcome.FAILED;
  }

  private static void add(List<String> list, String text) {
    if (!list.contains(text)) {
      list.add(text);
    }
  }
}
