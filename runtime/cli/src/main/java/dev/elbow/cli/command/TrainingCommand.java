package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.ExitCode;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.host.Workbench;
import dev.elbow.engine.experiment.TrainingReport;
import dev.elbow.engine.training.StopSignal;
import dev.elbow.engine.training.Trainer.Outcome;
import dev.elbow.runs.RunFolder;
import java.util.Locale;

/** A command that trains: it can be interrupted, and it ends with a report. */
abstract class TrainingCommand extends BaseCommand {

  TrainingCommand(Context context) {
    super(context);
  }

  /** Trains. */
  abstract TrainingReport train(Workbench workbench);

  final StopSignal stopSignal() {
    return context().interruption().arm();
  }

  @Override
  public final Integer call() {
    Workbench workbench = context().workbench();
    TrainingReport report = workbench.explaining(() -> train(workbench));
    boolean interrupted = report.outcome() == Outcome.INTERRUPTED;
    if (console().json()) {
      console().document(json(report));
    } else if (interrupted) {
      new RunSummary(context()).interrupted(report.run());
    } else {
      new RunSummary(context()).trained(report);
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

  @Override
  final void run() {
    throw new IllegalStateException("call() does the work");
  }
}
