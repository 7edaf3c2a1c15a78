package dev.elbow.engine.audit;

import dev.elbow.data.Split;
import dev.elbow.engine.audit.Check.Scope;
import dev.elbow.engine.audit.Density.Source;
import dev.elbow.engine.model.EvaluationGraph;
import dev.elbow.engine.model.TrainingGraph.TermInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whether the figure that a model prints is a bound, on real data and in double precision,
 * and names the term that is wrong if it is none.
 *
 * <p>The posterior's sampler is taken as a black box from random numbers to z. What it samples is
 * measured, and everything that is stated of it is held against that.
 */
public final class Auditor {

  /** Audits a model with its trained parameters, or a configuration with untrained ones. */
  public AuditReport audit(Subject subject, AuditOptions options) {
    AuditModel model = AuditModel.of(subject.parts(), subject.flows(), subject.seed());
    int examples = Math.min(options.examples(), subject.examples().size());
    Audit audit = new Audit(model, subject, options, subject.examples().first(examples));
    List<AuditedModel> models = new ArrayList<>();
    if (subject.trained().isPresent()) {
      model.restore(subject.trained().get());
      models.add(audit.run("trained parameters"));
    } else {
      models.add(audit.run("first parameters"));
      model.perturb(subject.seed());
      models.add(audit.run("parameters moved at random"));
    }
    return new AuditReport(examples, subject.batch(), models);
  }

  /** One model and one set of examples; the parameters are those of the moment. */
  private record Audit(AuditModel model, Subject subject, AuditOptions options, Split examples) {

    AuditedModel run(String parameters) {
      EvaluationGraph evaluation = model.graphs().evaluation();
      RowRunner runner = new RowRunner(evaluation.graph(), subject.epoch());
      List<String> outputs = Scores.outputs(evaluation);
      Map<String, double[][]> inputs = Scores.inputs(evaluation.graph(), examples, subject.seed());
      Scores batched = Scores.of(runner, inputs, subject.batch(), outputs);
      Scores alone = Scores.of(runner, inputs, 1, outputs);

      List<Check> checks = new ArrayList<>(likelihood(batched, alone, inputs));
      Optional<MeasuredKl> kl = latent(batched, alone, inputs, checks);
      ObjectiveCheck objective =
          new ObjectiveCheck(model.graphs(), batched, alone, subject.epoch());
      checks.addAll(terms(batched, alone));
      checks.addAll(objective.printed(examples, subject.seed()));
      checks.add(objective.minimised(inputs, subject.batch()));

      Verdict printed = new Judge(evaluation.bound(), checks).negativeElbo();
      Verdict minimised =
          new ObjectiveJudge(model.graphs(), batched, alone, subject.epoch())
              .judge(printed, checks);
      List<TermFigure> figures =
          new FigureTable(model.graphs(), batched, alone, kl, subject.epoch()).figures();
      return new AuditedModel(parameters, figures, checks, printed, minimised);
    }

    private List<Check> likelihood(Scores batched, Scores alone, Map<String, double[][]> inputs) {
      Check reduction =
          new BatchCheck(batched, alone, subject.batch())
              .check("reconstruction", EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD);
      if (!model.graphs().evaluation().bound().holds()) {
        return List.of(reduction);
      }
      double[] z = alone.rows().get(EvaluationGraph.SAMPLED_CODE)[0];
      double[] x = inputs.get("x")[0];
      return List.of(
          reduction, new LikelihoodCheck(model, subject.epoch(), subject.seed()).check(x, z));
    }

    /** Posterior, flows and prior; what the KL is of the distribution that is sampled. */
    private Optional<MeasuredKl> latent(
        Scores batched, Scores alone, Map<String, double[][]> inputs, List<Check> checks) {
      int latent = model.parts().latent();
      long seed = subject.seed();
      double[][] parameters = alone.rows().get(EvaluationGraph.PARAMETERS);
      Sampler sampler = new Sampler(model.latent(), subject.epoch());
      Optional<String> kind = model.graphs().evaluation().kl();
      boolean closed = kind.filter(k -> k.equals("closed form")).isPresent();

      List<Check> flows = new FlowCheck(model, subject.epoch(), seed).check(parameters);
      Density density = new DensityCheck(sampler, latent, kind.isPresent(), seed).check(parameters);
      flows.forEach(check -> checks.add(closed ? check.in(Scope.NONE) : check));
      density
          .checks()
          .forEach(check -> checks.add(closed && isStated(check) ? check.in(Scope.NONE) : check));
      checks.addAll(new MomentsCheck(sampler, latent, seed).check(parameters));
      checks.addAll(new PriorCheck(model, subject.epoch(), seed).check());
      if (kind.isEmpty()) {
        return Optional.empty();
      }
      Optional<MeasuredKl> measured =
          MeasuredKl.of(sampler, density, parameters, latent, options, seed);
      checks.add(
          new BatchCheck(batched, alone, subject.batch()).check(KlCheck.TERM, EvaluationGraph.KL));
      checks.add(kl(batched, inputs, sampler, density, measured, closed, parameters));
      return measured;
    }

    /** A closed form does not rest on the density that the posterior states beside it. */
    private static boolean isStated(Check check) {
      return check.outcome() == Check.Outcome.FAILED && check.figures().stated().isPresent();
    }

    private Check kl(
        Scores batched,
        Map<String, double[][]> inputs,
        Sampler sampler,
        Density density,
        Optional<MeasuredKl> measured,
        boolean closed,
        double[][] parameters) {
      if (measured.isEmpty()) {
        return Check.unchecked(
            KlCheck.TERM, "Monte Carlo", "kl: the density of the samples could not be measured");
      }
      double[] stated = batched.of(EvaluationGraph.KL);
      if (closed) {
        return KlCheck.closedForm(stated, measured.get());
      }
      double[][] vectors = sampler.noise().vectors(inputs, stated.length);
      double[] logP = sampler.column(parameters, vectors, LatentGraph.LOG_P);
      double[] found =
          density.source() == Source.STATED
              ? sampler.column(parameters, vectors, LatentGraph.LOG_Q)
              : sampler.measure(parameters, vectors).logDensity();
      Arrays.setAll(found, i -> found[i] - logP[i]);
      return KlCheck.oneSample(stated, found);
    }

    private List<Check> terms(Scores batched, Scores alone) {
      List<Check> checks = new ArrayList<>();
      for (TermInfo term : model.graphs().evaluation().terms()) {
        if (term.bound().holds() && !isKl(term.loss(), batched)) {
          checks.add(
              new BatchCheck(batched, alone, subject.batch())
                  .check("objective " + term.name(), term.loss())
                  .in(Scope.OBJECTIVE));
        }
      }
      return checks;
    }

    /** Whether an output is the KL, of which all was said. */
    private boolean isKl(String output, Scores scores) {
      return model.graphs().evaluation().kl().isPresent()
          && !scores.whole().contains(output)
          && Arrays.equals(scores.of(output), scores.of(EvaluationGraph.KL));
    }
  }
}
