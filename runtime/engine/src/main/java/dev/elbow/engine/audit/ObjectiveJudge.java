package dev.elbow.engine.audit;

import dev.elbow.engine.model.EvaluationGraph;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.TrainingGraph.TermInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether what is minimised is a bound: every term says that it belongs to one, and together they
 * weigh at least as much as the KL. More makes the bound looser, as the KL is never negative.
 */
final class ObjectiveJudge {
  private static final double TOLERANCE = 1e-6;

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
    List<String> wrong = new ArrayList<>(printed.reasons());
    checks.stream()
        .filter(check -> check.ofObjective() && check.outcome() == Check.Outcome.FAILED)
        .forEach(check -> wrong.add(check.text()));
    List<String> remarks = new ArrayList<>();
    double covered = 0;
    List<String> held = new ArrayList<>();
    List<TermInfo> terms = model.evaluation().terms();
    for (int i = 0; i < terms.size(); i++) {
      TermInfo term = terms.get(i);
      double weight = weight(i);
      if (weight != 0 && !term.bound().holds()) {
        wrong.add(term.name() + ": " + term.bound().reason());
      } else if (weight != 0) {
        covered += weight * minimised(term);
        held.add(describe(term, weight));
      }
    }
    boolean decided = printed.outcome() != Verdict.Outcome.UNDECIDED;
    if (model.evaluation().kl().isPresent()) {
      compare(covered, held, wrong, remarks);
    }
    Verdict.Outcome outcome = wrong.isEmpty() ? Verdict.Outcome.BOUND : Verdict.Outcome.NOT_A_BOUND;
    if (!decided && wrong.size() == printed.reasons().size()) {
      outcome = Verdict.Outcome.UNDECIDED;
    }
    String quantity = outcome == Verdict.Outcome.BOUND ? printed.quantity() : "";
    return new Verdict("objective", outcome, quantity, wrong, remarks);
  }

  private void compare(
      double covered, List<String> held, List<String> wrong, List<String> remarks) {
    double kl = alone.mean(EvaluationGraph.KL);
    double rounding = TOLERANCE * (1 + Math.abs(kl));
    if (held.isEmpty()) {
      wrong.add("objective: no term holds the KL");
    } else if (covered < kl - rounding) {
      wrong.add("objective: " + String.join(", ", held));
    } else if (covered > kl + rounding) {
      remarks.add(
          "the objective is a looser bound, %s nats above negativeElbo: %s"
              .formatted(Nats.of(covered - kl), String.join(", ", held)));
    }
  }

  private String describe(TermInfo term, double weight) {
    double kl = model.evaluation().kl().isPresent() ? alone.mean(EvaluationGraph.KL) : Double.NaN;
    double minimised = minimised(term);
    String weighs = "%s weighs %s".formatted(term.name(), plain(weight));
    return Math.abs(minimised - kl) <= TOLERANCE * (1 + Math.abs(kl))
        ? weighs
        : "%s and is %s nats where the KL is %s".formatted(weighs, Nats.of(minimised), Nats.of(kl));
  }

  /** {@code 4}, {@code 0.25}. */
  private static String plain(double weight) {
    return weight == Math.rint(weight) && Math.abs(weight) < 1e6
        ? String.format(Locale.ROOT, "%.0f", weight)
        : Double.toString(weight);
  }

  private double minimised(TermInfo term) {
    return batched.mean(term.loss());
  }

  private double weight(int term) {
    return model.parts().objective().get(term).weight().at(epoch);
  }
}
