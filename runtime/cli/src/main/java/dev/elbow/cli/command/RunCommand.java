package dev.elbow.cli.command;

import dev.elbow.cli.host.Context;
import dev.elbow.cli.host.Workbench;
import dev.elbow.data.DataFolder;
import dev.elbow.engine.experiment.Engine;
import dev.elbow.engine.experiment.OpenRun;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that asks something of a trained run. */
abstract class RunCommand extends SimpleCommand {
  @Parameters(paramLabel = "RUN", description = "The run's folder.")
  private Path run;

  @Mixin private BackendArgument backend;
  @Mixin private DataArgument data;

  /** What a run is asked with. */
  record Trained(Engine engine, DataFolder data) {}

  RunCommand(Context context) {
    super(context);
  }

  /** Asks. */
  abstract void run(OpenRun open, Trained trained);

  /** What can be checked before anything starts. */
  void check() {}

  @Override
  final void run() {
    check();
    Workbench workbench = context().workbench();
    workbench.start(backend.device(), workbench.backendOf(run));
    OpenRun open = workbench.explaining(() -> workbench.engine().open(run));
    open.changedPlugins()
        .forEach(change -> console().note("another jar than the run began with: " + change));
    run(open, new Trained(workbench.engine(), data.folder()));
  }
}
