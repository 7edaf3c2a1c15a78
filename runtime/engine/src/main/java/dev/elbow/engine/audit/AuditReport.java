package dev.elbow.engine.audit;

import dev.elbow.engine.audit.Check.Outcome;
import dev.elbow.engine.audit.Check.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The result of an audit.
 *
 * @param examples how many were looked at
 * @param batch the size of a training step, in which the model's own figures were taken
 * @param models one for each set of parameters, at least one
 */
public record AuditReport(int examples, int batch, List<AuditedModel> models) {
  public AuditReport {
    models = List.copyOf(models);
  }

  /** Whether the figure that Elbow prints is a bound, with every set of parameters. */
  public Verdict negativeElbo() {
    return together(AuditedModel::negativeElbo);
  }

  /** Whether what is minimised is a bound, with every set of parameters. */
  public Verdict objective() {
    return together(AuditedModel::objective);
  }

  /** What a bound rests on that was not measured. */
  public Set<String> trusted() {
    Set<String> trusted = new LinkedHashSet<>();
    for (AuditedModel model : models) {
      for (Check check : model.checks()) {
        if (check.outcome() == Outcome.UNCHECKED && check.scope() == Scope.NONE) {
          trusted.add(check.text());
        }
      }
    }
    return trusted;
  }

  private Verdict together(Function<AuditedModel, Verdict> of) {
    Verdict worst = of.apply(models.get(0));
    for (AuditedModel model : models.subList(1, models.size())) {
      Verdict next = of.apply(model);
      worst = graver(next, worst) ? next : worst;
    }
    return worst;
  }

  private static boolean graver(Verdict a, Verdict b) {
    return gravity(a) > gravity(b) || gravity(a) == gravity(b) && sentences(a) > sentences(b);
  }

  private static int sentences(Verdict verdict) {
    return verdict.reasons().size() + verdict.remarks().size();
  }

  private static int gravity(Verdict verdict) {
    return switch (verdict.outcome()) {
      case BOUND -> 0;
      case UNDECIDED -> 1;
      case NOT_A_BOUND -> 2;
    };
  }
}
