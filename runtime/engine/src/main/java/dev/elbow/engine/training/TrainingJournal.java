package dev.elbow.engine.training;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.data.DataSplits;
import dev.elbow.engine.diagnosis.Finding;
import dev.elbow.engine.diagnosis.Vitals;
import dev.elbow.engine.diagnosis.VitalsReader;
import dev.elbow.engine.evaluation.Evaluation;
import dev.elbow.engine.metrics.MetricReport;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.ParameterTensors;
import dev.elbow.engine.training.optimizer.Optimizer;
import dev.elbow.runs.Checkpoint;
import dev.elbow.runs.RunFolder;
import dev.elbow.runs.Tensor;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps a training on disk: a line of metrics each epoch, and checkpoints. */
final class TrainingJournal {
  private static final String PROGRESS = "progress";
  private static final String VITALS = "vitals";

  private final RunFolder run;
  private final TrainingPlan plan;

  @Inject
  TrainingJournal(RunFolder run, TrainingPlan plan) {
    this.run = run;
    this.plan = plan;
  }

  /** Takes the newest intact checkpoint, and drops the metrics behind it. */
  Progress restore(ModelGraphs model, Optimizer optimizer) {
    int terms = model.training().terms().size();
    Optional<Checkpoint> found = run.checkpoints().latestGood();
    Progress progress = new Progress(terms);
    if (found.isPresent()) {
      String place = run.checkpoints().folder(found.get().step()).toString();
      progress = Progress.read((ObjectNode) found.get().state().get(PROGRESS), terms, place);
      ParameterTensors.restore(model.parameters(), found.get().tensors(), place);
      optimizer.restore(found.get().tensors(), place);
    }
    run.checkpoints().removeAfter(progress.step);
    run.metrics().truncateTo(progress.step);
    run.findings().truncateTo(progress.step);
    return progress;
  }

  /** The parameters' names hold what is evaluated: the average, if one is kept. */
  void save(ModelGraphs model, Optimizer optimizer, Progress progress, boolean best) {
    Map<String, Tensor> tensors =
        optimizer.onAverage(() -> ParameterTensors.of(model.parameters()));
    tensors.putAll(optimizer.tensors());
    ObjectNode state = plan.provenance().deepCopy();
    progress.write(state.putObject(PROGRESS));
    run.checkpoints().save(progress.step, tensors, state, best);
  }

  void log(
      EpochFigures figures,
      Optional<Evaluation> validation,
      Optional<MetricReport> measured,
      Vitals vitals) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("step", figures.step()).put("epoch", figures.epoch());
    ObjectNode train = line.putObject("train");
    train.put("objective", figures.objective()).put("reconstruction", figures.reconstruction());
    figures.terms().forEach(train::put);
    validation.ifPresent(v -> put(line.putObject("validation"), v));
    measured.ifPresent(report -> put(line.putObject("metrics"), report));
    line.set(VITALS, vitals.toJson());
    line.put("imagesPerSecond", figures.imagesPerSecond()).put("seconds", figures.seconds());
    run.metrics().append(line);
  }

  private static void put(ObjectNode json, Evaluation figures) {
    json.put("objective", figures.objective().mean());
    json.put("reconstruction", figures.reconstruction().mean());
    figures.terms().forEach(t -> json.put(t.term().name(), t.reported().mean()));
    figures.negativeElbo().ifPresent(e -> json.put("negativeElbo", e.mean()));
  }

  /** The vitals of the epochs so far, oldest first. */
  List<Vitals> vitals() {
    return run.metrics().readAll().stream()
        .flatMap(line -> VitalsReader.read(line, VITALS).stream())
        .toList();
  }

  /** Keeps what the doctor said. */
  void log(Progress progress, Finding finding) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("step", progress.step).put("epoch", progress.epoch);
    line.put("finding", finding.condition().label()).put("over", finding.over());
    run.findings().append(line.put("text", finding.text()));
  }

  private static void put(ObjectNode json, MetricReport report) {
    report.figures().forEach((name, figure) -> json.set(name, figure.toJson()));
  }

  TrainingStart start(ModelGraphs model, DataSplits data, int epochs, long fromStep) {
    return new TrainingStart(
        run.path(),
        data.name(),
        data.train().size(),
        model.parameters().length(),
        epochs,
        fromStep,
        model.training().terms().stream().map(t -> t.name() + ": " + t.note()).toList());
  }
}
