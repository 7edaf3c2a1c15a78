package dev.elbow.engine.audit;

import dev.elbow.engine.audit.Check.Outcome;
import dev.elbow.engine.audit.Check.Scope;
import dev.elbow.spi.Bound;
import java.util.ArrayList;
import java.util.List;

/** From checks to the verdict on the figure that is printed: -log p(x|z) + KL. */
final class Judge {
  static final String NEGATIVE_ELBO = "negativeElbo";
  static final String OBJECTIVE = "objective";

  private final Bound stated;
  private final List<Check> checks;

  /**
   * @param stated what the model says of the figure
   */
  Judge(Bound stated, List<Check> checks) {
    this.stated = stated;
    this.checks = checks;
  }

  Verdict negativeElbo() {
    List<String> wrong = failures(checks, Scope.NEGATIVE_ELBO, NEGATIVE_ELBO);
    List<String> remarks = remarks(wrong);
    if (!stated.holds()) {
      add(wrong, stated.reason());
    }
    if (!wrong.isEmpty()) {
      return new Verdict(NEGATIVE_ELBO, Verdict.Outcome.NOT_A_BOUND, "", wrong, remarks);
    }
    List<String> open = open();
    return open.isEmpty()
        ? new Verdict(NEGATIVE_ELBO, Verdict.Outcome.BOUND, stated.reason(), List.of(), remarks)
        : new Verdict(NEGATIVE_ELBO, Verdict.Outcome.UNDECIDED, "", open, remarks);
  }

  /**
   * What failed of a verdict. That a figure's sum is wrong goes without saying where a part of it
   * is.
   *
   * @param figure whose sum is checked
   */
  static List<String> failures(List<Check> checks, Scope scope, String figure) {
    List<String> parts = new ArrayList<>();
    List<String> sums = new ArrayList<>();
    checks.stream()
        .filter(check -> check.fails(scope))
        .forEach(check -> add(check.term().equals(figure) ? sums : parts, check.text()));
    return parts.isEmpty() ? sums : parts;
  }

  private List<String> remarks(List<String> wrong) {
    List<String> remarks = new ArrayList<>();
    checks.stream().filter(c -> c.fails(Scope.NONE)).forEach(c -> add(remarks, c.text()));
    boolean kl = checks.stream().anyMatch(c -> c.term().equals(KlCheck.TERM));
    if (!stated.holds() && wrong.isEmpty() && remarks.isEmpty() && kl && open().isEmpty()) {
      remarks.add("all that was measured is as stated");
    }
    return remarks;
  }

  private List<String> open() {
    List<String> open = new ArrayList<>();
    checks.stream()
        .filter(c -> c.scope() == Scope.NEGATIVE_ELBO && c.outcome() == Outcome.UNCHECKED)
        .forEach(c -> add(open, c.text()));
    return open;
  }

  private static void add(List<String> list, String text) {
    if (!list.contains(text)) {
      list.add(text);
    }
  }
}
