package dev.elbow.engine.audit;

import dev.elbow.data.Split;
import dev.elbow.engine.audit.Check.Figures;
import dev.elbow.engine.audit.Check.Scope;
import dev.elbow.engine.evaluation.Evaluation;
import dev.elbow.engine.evaluation.Evaluator;
import dev.elbow.engine.model.EvaluationGraph;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.TrainingGraph;
import dev.elbow.engine.model.TrainingGraph.TermInfo;
import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.NoiseSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What Elbow prints and minimises, against sums in plain Java over examples that were each scored
 * alone. A term that is one figure of a batch has no figure of an example alone: it counts as the
 * batch has it.
 */
final class ObjectiveCheck {
  private static final double TOLERANCE = 1e-6;
  private static final String ALONE = ", and summed from each example alone";
  private static final String PRINTED = "as printed" + ALONE;
  private static final String MINIMISED = "in the training step" + ALONE;

  private final ModelGraphs model;
  private final Scores batched;
  private final Scores alone;
  private final double epoch;

  ObjectiveCheck(ModelGraphs model, Scores batched, Scores alone, double epoch) {
    this.model = model;
    this.batched = batched;
    this.alone = alone;
    this.epoch = epoch;
  }

  /** The evaluator's figures on the same examples with the same noise. */
  List<Check> printed(Split examples, long seed) {
    Evaluation evaluation = new Evaluator().evaluate(model, examples, seed, epoch);
    double nll = alone.mean(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD);
    List<Check> checks = new ArrayList<>();
    evaluation
        .negativeElbo()
        .ifPresent(
            figure -> {
              double own = nll + alone.mean(EvaluationGraph.KL);
              checks.add(compare(Judge.NEGATIVE_ELBO, PRINTED, figure.mean(), own));
            });
    double terms =
        weighted(
            term ->
                batched.whole().contains(term.loss())
                    ? printedLoss(evaluation, term)
                    : alone.mean(term.loss()));
    checks.add(
        compare(Judge.OBJECTIVE, PRINTED, evaluation.objective().mean(), nll + terms)
            .in(Scope.OBJECTIVE));
    return checks;
  }

  private static double printedLoss(Evaluation evaluation, TermInfo term) {
    return evaluation.terms().stream()
        .filter(one -> one.term().name().equals(term.name()))
        .mapToDouble(one -> one.minimised().mean())
        .findFirst()
        .orElseThrow();
  }

  /**
   * The objective of a training step on the same examples, with the same noise.
   *
   * @param inputs of the evaluation graph
   */
  Check minimised(Map<String, double[][]> inputs, int batch) {
    BuiltGraph graph = model.training().graph();
    if (!graph.updates().isEmpty() || !knows(inputs, graph.noises())) {
      return Check.noted(
          Judge.OBJECTIVE,
          "in the training step",
          "not compared, training has statistics or noise of its own (batch normalisation, optimal"
              + " sigma, dropout, corruption)");
    }
    double stated = trainingObjective(graph, inputs, batch);
    double terms =
        weighted(
            term -> (batched.whole().contains(term.loss()) ? batched : alone).mean(term.loss()));
    double own = alone.mean(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD) + terms;
    return compare(Judge.OBJECTIVE, MINIMISED, stated, own).in(Scope.OBJECTIVE);
  }

  private static boolean knows(Map<String, double[][]> inputs, List<NoiseSpec> noises) {
    return noises.stream().allMatch(noise -> inputs.containsKey(noise.name()));
  }

  /** The mean over the batches, each with its size. */
  private double trainingObjective(BuiltGraph graph, Map<String, double[][]> inputs, int batch) {
    Map<String, double[][]> known = new LinkedHashMap<>();
    known.put(TrainingGraph.X, inputs.get(TrainingGraph.X));
    graph.noises().forEach(noise -> known.put(noise.name(), inputs.get(noise.name())));
    Map<String, Double> weights = new LinkedHashMap<>();
    List<TermInfo> terms = model.training().terms();
    for (int i = 0; i < terms.size(); i++) {
      weights.put(terms.get(i).weight(), weight(i));
    }
    RowRunner runner = new RowRunner(graph, epoch);
    int examples = known.get(TrainingGraph.X).length;
    double sum = 0;
    for (int from = 0; from < examples; from += batch) {
      int to = Math.min(examples, from + batch);
      Map<String, double[]> outputs =
          runner.once(RowRunner.slice(known, from, to), weights, List.of(TrainingGraph.OBJECTIVE));
      sum += outputs.get(TrainingGraph.OBJECTIVE)[0] * (to - from);
    }
    return sum / examples;
  }

  private double weight(int term) {
    return model.parts().objective().get(term).weight().at(epoch);
  }

  private double weighted(ToDoubleFunction<TermInfo> figure) {
    List<TermInfo> terms = model.evaluation().terms();
    return Statistics.sum(terms.size(), i -> weight(i) * figure.applyAsDouble(terms.get(i)));
  }

  private static Check compare(String term, String what, double stated, double own) {
    boolean right = Math.abs(stated - own) <= TOLERANCE * (1 + Math.abs(own));
    String text = "%s: %s nats %s %s".formatted(term, Nats.of(stated), what, Nats.of(own));
    return Check.of(right, term, what, text).with(Figures.exact(stated, own));
  }
}
