package dev.elbow.cli.command;

import dev.elbow.cli.host.Context;
import dev.elbow.cli.host.StartedBackend;
import dev.elbow.cli.host.Workbench;
import dev.elbow.engine.experiment.ExperimentHeader;
import dev.elbow.engine.experiment.TrainingReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code elbow train}. */
@CommandLine.Command(
    name = "train",
    header = "Train a model.",
    description = {
      "Trains what a configuration file describes, scores it on the test set, and leaves a run"
          + " folder with checkpoints, metrics and pictures. Without a file it trains the built-in"
          + " quick start.",
      "Relative paths in a configuration are relative to the working folder. Ctrl-C saves and"
          + " stops; `elbow resume` continues."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow train",
      "  elbow train rho.yaml --out runs/rho",
      "  elbow train rho.yaml --set training.epochs=5 --set model.posterior=diagonal",
      "  elbow train --set 'model.posterior={type: ar1, scale: per-dimension}'"
    })
final class TrainCommand extends TrainingCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The configuration, YAML; without it the quick start.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      order = 10,
      description = "Change a key of the configuration, with dots: training.epochs=5. Repeatable.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      order = 20,
      description = "The run's folder, new or empty; by default runs/NAME-TIME.")
  private Path out;

  @Mixin private BackendArgument backend;
  @Mixin private DataArgument data;

  TrainCommand(Context context) {
    super(context);
  }

  @Override
  TrainingReport train(Workbench workbench) {
    ExperimentHeader header = workbench.read(Optional.ofNullable(file), overrides);
    StartedBackend started = start(workbench, backend.device(), header.backend());
    TrainingProgress progress = new TrainingProgress(console(), header.name(), started);
    return workbench
        .engine()
        .train(header, data.folder(), Optional.ofNullable(out), progress, stopSignal());
  }
}
