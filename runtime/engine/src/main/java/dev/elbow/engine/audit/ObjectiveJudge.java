package dev.elbow.engine.audit;

import dev.elbow.engine.audit.Check.Scope;
import dev.elbow.engine.evaluation.ObjectiveBound;
import dev.elbow.engine.evaluation.ObjectiveBound.Part;
import dev.elbow.engine.model.EvaluationGraph;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.TrainingGraph.TermInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Whether what is minimised is a bound: the verdict on what is printed, and the terms. */
final class ObjectiveJudge {
  private final ModelGraphs model;
  private final Scores batched;
  private final Scores alone;
  private final double epoch;

  ObjectiveJudge(ModelGraphs model, Scores batched, Scores alone, double epoch) {
    this.model = model;
    this.batched = batched;
    this.alone = alone;
    this.epoch = epoch;
  }

  /**
   * @param printed the verdict on the negative ELBO: the objective can be no better
   * @param checks all that were made
   */
  Verdict judge(Verdict printed, List<Check> checks) {
    ObjectiveBound terms = ObjectiveBound.of(parts(), kl());
    List<String> wrong = Judge.failures(checks, Scope.OBJECTIVE, Judge.OBJECTIVE);
    if (checks.stream().anyMatch(check -> check.fails(Scope.NEGATIVE_ELBO))) {
      wrong.removeAll(sums(checks));
    }
    wrong.addAll(terms.reasons());
    boolean own = !wrong.isEmpty();
    wrong.addAll(0, printed.reasons());
    Verdict.Outcome outcome = own ? Verdict.Outcome.NOT_A_BOUND : printed.outcome();
    String quantity = outcome == Verdict.Outcome.BOUND ? printed.quantity() : "";
    return new Verdict(Judge.OBJECTIVE, outcome, quantity, wrong, terms.remarks());
  }

  private static List<String> sums(List<Check> checks) {
    return checks.stream()
        .filter(check -> check.term().equals(Judge.OBJECTIVE))
        .map(Check::text)
        .toList();
  }

  /** The losses as the training's batch has them. */
  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    List<TermInfo> terms = model.evaluation().terms();
    for (int i = 0; i < terms.size(); i++) {
      TermInfo term = terms.get(i);
      double weight = model.parts().objective().get(i).weight().at(epoch);
      parts.add(new Part(term.name(), term.bound(), weight, batched.mean(term.loss())));
    }
    return parts;
  }

  private OptionalDouble kl() {
    return model.evaluation().kl().isPresent()
        ? OptionalDouble.of(alone.mean(EvaluationGraph.KL))
        : OptionalDouble.empty();
  }
}
