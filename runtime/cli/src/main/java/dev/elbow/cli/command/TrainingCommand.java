package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.ExitCode;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.host.StartedBackend;
import dev.elbow.cli.host.Workbench;
import dev.elbow.engine.experiment.TrainingReport;
import dev.elbow.engine.options.BackendOptions;
import dev.elbow.engine.training.StopSignal;
import dev.elbow.engine.training.Trainer.Outcome;
import dev.elbow.launcher.Device;
import dev.elbow.launcher.NativeLibraries;
import dev.elbow.runs.RunFolder;
import java.util.Locale;
import java.util.Optional;

/** A command that trains: it can be interrupted, and it ends with a report. */
abstract class TrainingCommand extends BaseCommand {

  TrainingCommand(Context context) {
    super(context);
  }

  /** Trains. */
  abstract TrainingReport train(Workbench workbench);

  /** Starts the backend, and says so if it has fewer threads than were asked for. */
  final StartedBackend start(Workbench workbench, Optional<Device> asked, BackendOptions options) {
    StartedBackend started = workbench.start(asked, options);
    options
        .threads()
        .filter(wanted -> wanted > started.threads())
        .ifPresent(
            wanted ->
                console()
                    .note(
                        "backend.threads is %d, this process has %d: set OMP_NUM_THREADS=%d for more"
                            .formatted(wanted, started.threads(), wanted)));
    return started;
  }

  final StopSignal stopSignal() {
    return context().interruption().arm();
  }

  @Override
  public final Integer call() {
    NativeLibraries.prepare();
    Workbench workbench = context().workbench();
    TrainingReport report = workbench.explaining(() -> train(workbench));
    boolean interrupted = report.outcome() == Outcome.INTERRUPTED;
    if (interrupted) {
      new RunSummary(context()).interrupted(report.run());
    } else if (!console().json()) {
      new RunSummary(context()).trained(report);
    }
    if (console().json()) {
      console().document(json(report));
    }
    return interrupted ? ExitCode.INTERRUPTED : ExitCode.DONE;
  }

  private ObjectNode json(TrainingReport report) {
    ObjectNode json = RunJson.of(report.run());
    json.put("seconds", report.seconds());
    json.set("metrics", RunJson.metrics(report.metrics()));
    json.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.put("images", RunFolder.open(report.run()).images().toAbsolutePath().toString());
    return json;
  }
}
