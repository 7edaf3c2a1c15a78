package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.output.LiveLine;
import dev.elbow.cli.output.Numbers;
import dev.elbow.engine.experiment.MetricsFile;
import dev.elbow.engine.experiment.OpenRun;
import dev.elbow.engine.metrics.MetricReport;
import dev.elbow.report.RunReport;
import dev.elbow.runs.Figure;
import dev.elbow.runs.RunLock;
import dev.elbow.spi.ElbowException;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code elbow evaluate}. */
@CommandLine.Command(
    name = "evaluate",
    header = "Score a run on its test set.",
    description = {
      "Takes the best checkpoint, or the newest if none was called the best. The figures are kept in"
          + " the run's evaluation.json.",
      "`elbow plugins` lists the metrics, `elbow plugins describe NAME` their options."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow evaluate runs/rho",
      "  elbow evaluate runs/rho --metrics all --json",
      "  elbow evaluate runs/rho --metrics active-units,probe",
      "  elbow evaluate runs/rho --metrics '[{type: frechet-distance, from: mixture}, covariance]'",
      "  elbow evaluate runs/rho --importance-samples 500 --memory 2000"
    })
final class EvaluateCommand extends RunCommand {

  @Option(
      names = "--metrics",
      paramLabel = "LIST",
      order = 10,
      description = "What to measure: all, names with commas, or a list as a configuration has it.")
  private List<String> metrics = new ArrayList<>();

  @Option(
      names = "--importance-samples",
      paramLabel = "K",
      order = 20,
      description =
          "Estimate log p(x) with K importance samples of each example: short for --metrics"
              + " '{type: importance-likelihood, samples: K}'.")
  private int samples;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      order = 30,
      defaultValue = "100",
      description = "Megabytes that its arrays may take; ${DEFAULT-VALUE} by default.")
  private int memory;

  EvaluateCommand(Context context) {
    super(context);
  }

  @Override
  void check() {
    Outputs.checkRange("--importance-samples", samples, 0, 1_000_000, "samples");
    Outputs.checkRange("--memory", memory, 1, 1_000_000, "megabytes");
    if (samples > 0) {
      metrics.add(
          "[{type: importance-likelihood, samples: %d, megabytes: %d}]".formatted(samples, memory));
    }
  }

  @Override
  void run(OpenRun run, Trained trained) {
    long start = System.nanoTime();
    Map<String, Figure> figures =
        new LinkedHashMap<>(trained.engine().evaluate(run, trained.data()));
    Map<String, ElbowException> refused = new LinkedHashMap<>();
    for (String list : metrics) {
      MetricReport report = measure(run, trained, list);
      figures.putAll(report.figures());
      refused.putAll(report.refused());
    }
    keep(run, figures);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (console().json()) {
      console().document(json(run, figures, refused, seconds));
    } else {
      print(run, trained, figures, seconds);
      refused.forEach(
          (name, reason) -> console().note("not measured: " + name + ": " + text(reason)));
    }
  }

  private MetricReport measure(OpenRun run, Trained trained, String list) {
    LiveLine live = new LiveLine(console());
    try {
      return trained
          .engine()
          .measure(run, trained.data(), list, name -> live.show("measuring " + name));
    } finally {
      live.clear();
    }
  }

  /** A run in training is looked at, and keeps nothing of it: its figures change. */
  @SuppressWarnings("try") // the lock is held, not used
  private void keep(OpenRun run, Map<String, Figure> figures) {
    try (RunLock lock = run.folder().lock()) {
      MetricsFile.add(run.folder(), figures);
      RunReport.write(run.folder());
    } catch (InputException e) {
      console().note("the figures are not kept in the run: " + e.problem());
    }
  }

  private ObjectNode json(
      OpenRun run,
      Map<String, Figure> figures,
      Map<String, ElbowException> refused,
      double seconds) {
    ObjectNode json = RunJson.of(run.folder().path());
    json.put("seconds", seconds);
    json.set("metrics", RunJson.metrics(figures));
    ObjectNode reasons = json.putObject("notMeasured");
    refused.forEach((name, reason) -> reasons.put(name, text(reason)));
    json.put("outcome", "evaluated").put("step", run.step()).put("epoch", run.epoch());
    return json;
  }

  private void print(OpenRun run, Trained trained, Map<String, Figure> figures, double seconds) {
    Path path = run.folder().path();
    console()
        .text()
        .printf(
            "%s on the test set of %s, in %s:%n%n",
            console().paint().bold(console().show(path)),
            run.data(trained.data()).name(),
            Numbers.duration(seconds));
    new MetricsTable(console()).print(figures);
  }

  private static String text(ElbowException reason) {
    return reason.problem() + ". " + reason.fix();
  }
}
