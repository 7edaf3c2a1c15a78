package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.output.Numbers;
import dev.elbow.engine.experiment.OpenRun;
import dev.elbow.runs.Metric;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/** {@code elbow evaluate}. */
@CommandLine.Command(
    name = "evaluate",
    header = "Score a run on its test set.",
    description = "Takes the best checkpoint, or the newest if none was called the best.",
    footerHeading = "%nExamples:%n",
    footer = {"  elbow evaluate runs/rho", "  elbow evaluate runs/rho --json"})
final class EvaluateCommand extends RunCommand {

  EvaluateCommand(Context context) {
    super(context);
  }

  @Override
  void run(OpenRun run, Trained trained) {
    long start = System.nanoTime();
    Map<String, Metric> metrics = trained.engine().evaluate(run, trained.data());
    double seconds = (System.nanoTime() - start) / 1e9;
    Path path = run.folder().path();
    if (console().json()) {
      ObjectNode json = RunJson.of(path);
      json.put("seconds", seconds);
      json.set("metrics", RunJson.metrics(metrics));
      json.put("outcome", "evaluated").put("step", run.step()).put("epoch", run.epoch());
      console().document(json);
      return;
    }
    console()
        .text()
        .printf(
            "%s on the test set of %s, in %s:%n%n",
            console().paint().bold(console().show(path)),
            run.data(trained.data()).name(),
            Numbers.duration(seconds));
    new MetricsTable(console()).print(metrics);
  }
}
