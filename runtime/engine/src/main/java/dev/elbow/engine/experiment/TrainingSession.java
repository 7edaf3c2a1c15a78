package dev.elbow.engine.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Injector;
import dev.elbow.data.DataSplits;
import dev.elbow.data.Split;
import dev.elbow.engine.evaluation.Evaluator;
import dev.elbow.engine.metrics.MetricPlan;
import dev.elbow.engine.metrics.MetricReport;
import dev.elbow.engine.metrics.MetricRunner;
import dev.elbow.engine.metrics.Moment;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.pictures.Album;
import dev.elbow.engine.training.EpochMetrics;
import dev.elbow.engine.training.StopSignal;
import dev.elbow.engine.training.Trainer;
import dev.elbow.engine.training.Trainer.Outcome;
import dev.elbow.engine.training.TrainingListener;
import dev.elbow.engine.training.TrainingPlan;
import dev.elbow.graph.execution.ParallelismChoice;
import dev.elbow.report.RunReport;
import dev.elbow.runs.Figure;
import dev.elbow.runs.RunFolder;
import dev.elbow.spi.Classifier;
import dev.elbow.spi.ElbowException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One training: the model, made before anything is written. */
final class TrainingSession {
  private final Injector injector;
  private final ExperimentHeader header;
  private final DataSplits data;
  private final ModelGraphs model;
  private final TrainingPlan plan;
  private final MetricPlan metrics;
  private final Supplier<Classifier> classifier;
  private final long start;

  /**
   * @param start by the nanosecond clock
   */
  TrainingSession(
      Injector injector,
      ExperimentHeader header,
      DataSplits data,
      ParallelismChoice parallelism,
      BackendFacts backend,
      Supplier<Classifier> classifier,
      long start) {
    this.injector = injector;
    this.header = header;
    this.data = data;
    this.classifier = classifier;
    this.start = start;
    ModelMaker.Made made =
        injector.getInstance(ModelMaker.class).make(header, data.shape(), data.values());
    this.model = made.graphs();
    this.metrics = made.metrics();
    ObjectNode provenance = Provenance.of(header, data, made.plugins(), backend);
    this.plan = new TrainingPlan(header.seed(), header.training(), parallelism, provenance);
  }

  /** What the run's manifest says. */
  ObjectNode provenance() {
    return plan.provenance();
  }

  TrainingReport train(RunFolder folder, TrainingListener listener, StopSignal stop) {
    EpochMetrics between = (epoch, step) -> between(folder, epoch, step);
    Injector child =
        injector.createChildInjector(
            new ExperimentModule(model, data, plan, folder, listener, stop, between));
    Outcome outcome = child.getInstance(Trainer.class).train();
    if (outcome == Outcome.INTERRUPTED) {
      return report(folder, outcome, Map.of());
    }
    OpenRun trained =
        injector.getInstance(RunOpener.class).restored(folder, header, model, List.of());
    Map<String, Figure> figures = new LinkedHashMap<>(evaluate(injector, trained, data.test()));
    MetricReport measured = measure(trained.moment());
    measured.refused().forEach((name, e) -> listener.remark(refusal(name, e)));
    figures.putAll(measured.figures());
    MetricsFile.write(folder, figures);
    injector.getInstance(Album.class).fill(folder, model, data, trained.moment());
    RunReport.write(folder);
    return report(folder, outcome, figures);
  }

  private Optional<MetricReport> between(RunFolder folder, int epoch, long step) {
    return metrics.isDue(epoch)
        ? Optional.of(measure(new Moment(folder.path(), step, epoch, header.seed())))
        : Optional.empty();
  }

  private MetricReport measure(Moment moment) {
    return new MetricRunner(metrics.metrics(), classifier, name -> {}).run(model, data, moment);
  }

  private static String refusal(String metric, ElbowException reason) {
    return "not measured: %s: %s. %s".formatted(metric, reason.problem(), reason.fix());
  }

  /** The figures of a run on a test set that every run has. */
  static Map<String, Figure> evaluate(Injector injector, OpenRun run, Split test) {
    return injector
        .getInstance(Evaluator.class)
        .evaluate(run.model(), test, run.header().seed(), run.epoch())
        .metrics("test");
  }

  private TrainingReport report(RunFolder folder, Outcome outcome, Map<String, Figure> metrics) {
    double seconds = (System.nanoTime() - start) / 1e9;
    return new TrainingReport(folder.path(), outcome, seconds, metrics);
  }
}
