package dev.elbow.engine.training;

import dev.elbow.data.Batch;
import dev.elbow.data.BatchLoader;
import dev.elbow.data.DataSplits;
import dev.elbow.data.Split;
import dev.elbow.engine.diagnosis.Vitals;
import dev.elbow.engine.evaluation.Evaluation;
import dev.elbow.engine.evaluation.Evaluator;
import dev.elbow.engine.metrics.MetricReport;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.options.EarlyStopping;
import dev.elbow.engine.options.TrainingOptions;
import dev.elbow.spi.FailureException;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Trains a model epoch by epoch, saving as it goes.
 *
 * <p>Every random number is a function of seed, step and epoch, and the progress is saved with the
 * tensors: a training that is stopped anywhere continues to the same bits.
 */
public final class Trainer {
  private final ModelGraphs model;
  private final DataSplits data;
  private final TrainingPlan plan;
  private final TrainingJournal journal;
  private final Evaluator evaluator;
  private final TrainingListener listener;
  private final StopSignal stop;
  private final EpochMetrics metrics;

  /** How a training ended. */
  public enum Outcome {
    /** All epochs are done. */
    FINISHED,
    /** Validation stalled. */
    STOPPED_EARLY,
    /** A stop was asked for; everything is saved. */
    INTERRUPTED
  }

  @Inject
  Trainer(
      ModelGraphs model,
      DataSplits data,
      TrainingPlan plan,
      TrainingJournal journal,
      Evaluator evaluator,
      TrainingListener listener,
      StopSignal stop,
      EpochMetrics metrics) {
    this.model = model;
    this.data = data;
    this.plan = plan;
    this.journal = journal;
    this.evaluator = evaluator;
    this.listener = listener;
    this.stop = stop;
    this.metrics = metrics;
  }

  /**
   * Trains from the newest checkpoint, or from the start if there is none.
   *
   * @throws FailureException if a figure is not finite or the disk is full; the last checkpoint
   *     stays
   */
  public Outcome train() {
    TrainingOptions options = plan.options();
    TrainingStep step = new TrainingStep(model, options, plan.seed(), plan.parallelism(), listener);
    Progress progress = journal.restore(model, step.optimizer());
    step.continueAs(progress.parallelism);
    listener.started(journal.start(model, data, options.epochs(), progress.step));
    CollapseWatch watch = new CollapseWatch(model, data, journal, listener);
    Pace pace = new Pace(progress.seconds);
    boolean stalled = isStalled(progress);
    while (progress.epoch < options.epochs() && !stalled) {
      if (!trainEpoch(step, progress, pace)) {
        progress.seconds = pace.seconds();
        journal.save(model, step.optimizer(), progress, false);
        return Outcome.INTERRUPTED;
      }
      closeEpoch(step, progress, pace, watch);
      stalled = isStalled(progress);
    }
    if (stalled) {
      listener.remark(
          "stopped early: no better validation objective for %d epochs"
              .formatted(progress.epochsSinceBest));
    }
    return stalled ? Outcome.STOPPED_EARLY : Outcome.FINISHED;
  }

  /** False if a stop was asked for. */
  private boolean trainEpoch(TrainingStep step, Progress progress, Pace pace) {
    int size = plan.options().batch();
    int batches = BatchLoader.batches(data.train(), size);
    try (BatchLoader loader =
        BatchLoader.shuffled(
            data.train(), size, plan.seed(), progress.epoch, progress.stepInEpoch)) {
      while (loader.hasNext()) {
        if (stop.isRequested()) {
          return false;
        }
        Batch batch = loader.next();
        double epoch = progress.epoch + (double) progress.stepInEpoch / batches;
        double rate = plan.options().optimizer().learningRate().at(epoch, plan.options().epochs());
        progress.add(step.run(batch, progress.step, epoch, rate), batch.size());
        progress.parallelism = step.parallelism();
        pace.add(batch.size());
        double fraction = (double) progress.stepInEpoch / batches;
        double left = (plan.options().epochs() - progress.epoch - fraction) * data.train().size();
        listener.stepped(
            figures(progress, OptionalDouble.empty(), pace), fraction, left / pace.perSecond());
      }
    }
    return true;
  }

  /** Validates, logs and saves. */
  private void closeEpoch(TrainingStep step, Progress progress, Pace pace, CollapseWatch watch) {
    Optional<Evaluation> validation =
        data.validation()
            .map(set -> step.optimizer().onAverage(() -> evaluate(set, progress.epoch + 1)));
    OptionalDouble score =
        validation.map(v -> OptionalDouble.of(v.score())).orElse(OptionalDouble.empty());
    EpochFigures figures = figures(progress, score, pace);
    boolean best = score.isPresent() && isBest(score.getAsDouble(), progress);
    progress.completeEpoch();
    progress.seconds = pace.seconds();
    boolean last = progress.epoch == plan.options().epochs() || isStalled(progress);
    Optional<MetricReport> measured = last ? Optional.empty() : measure(step, progress);
    Vitals vitals = step.optimizer().onAverage(() -> watch.vitals(progress, step.gradientNorm()));
    journal.log(figures, validation, measured, vitals);
    if (best || last || progress.epoch % plan.options().checkpointEvery() == 0) {
      journal.save(model, step.optimizer(), progress, best);
    }
    listener.epochDone(figures);
    watch.report(progress, vitals);
    pace.startEpoch();
  }

  /** The last epoch's are measured of the finished run, which may be an earlier, better one. */
  private Optional<MetricReport> measure(TrainingStep step, Progress progress) {
    Optional<MetricReport> measured =
        step.optimizer().onAverage(() -> metrics.after(progress.epoch, progress.step));
    measured.ifPresent(report -> listener.measured(progress.epoch, report));
    return measured;
  }

  private Evaluation evaluate(Split set, int epoch) {
    return evaluator.evaluate(model, set, plan.seed(), epoch);
  }

  private boolean isBest(double score, Progress progress) {
    double minDelta = plan.options().earlyStopping().map(EarlyStopping::minDelta).orElse(0.0);
    boolean better = score < progress.best - minDelta || progress.best == Double.POSITIVE_INFINITY;
    progress.epochsSinceBest = better ? 0 : progress.epochsSinceBest + 1;
    if (better) {
      progress.best = score;
    }
    return better;
  }

  private boolean isStalled(Progress progress) {
    return plan.options()
        .earlyStopping()
        .filter(rule -> progress.epochsSinceBest >= rule.patience())
        .isPresent();
  }

  private EpochFigures figures(Progress progress, OptionalDouble validation, Pace pace) {
    StepResult means = progress.means();
    Map<String, Double> terms = new LinkedHashMap<>();
    for (int i = 0; i < means.terms().length; i++) {
      terms.put(model.training().terms().get(i).name(), means.terms()[i]);
    }
    return new EpochFigures(
        progress.epoch + 1,
        plan.options().epochs(),
        progress.step,
        means.objective(),
        means.reconstruction(),
        terms,
        validation,
        pace.perSecond(),
        pace.seconds());
  }
}
