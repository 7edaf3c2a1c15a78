package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.output.Numbers;
import dev.elbow.engine.experiment.OpenRun;
import dev.elbow.runs.Figure;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code elbow evaluate}. */
@CommandLine.Command(
    name = "evaluate",
    header = "Score a run on its test set.",
    description = "Takes the best checkpoint, or the newest if none was called the best.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow evaluate runs/rho",
      "  elbow evaluate runs/rho --json",
      "  elbow evaluate runs/rho --importance-samples 500 --memory 2000"
    })
final class EvaluateCommand extends RunCommand {
  private static final int MEGABYTE = 1_000_000;

  @Option(
      names = "--importance-samples",
      paramLabel = "K",
      description = "Also estimate log p(x) with K importance samples of each example.")
  private int samples;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      defaultValue = "1000",
      description = "Megabytes that its arrays may take; ${DEFAULT-VALUE} by default.")
  private int memory;

  EvaluateCommand(Context context) {
    super(context);
  }

  @Override
  void check() {
    Outputs.checkRange("--importance-samples", samples, 0, 1_000_000, "samples");
    Outputs.checkRange("--memory", memory, 1, 1_000_000, "megabytes");
  }

  @Override
  void run(OpenRun run, Trained trained) {
    long start = System.nanoTime();
    Map<String, Figure> metrics =
        new LinkedHashMap<>(trained.engine().evaluate(run, trained.data()));
    if (samples > 0) {
      long bytes = (long) memory * MEGABYTE;
      metrics.putAll(
          trained.engine().importance(run, trained.data(), samples, bytes).metrics("test"));
    }
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
