package dev.elbow.cli.command;

import dev.elbow.cli.host.Context;
import dev.elbow.cli.host.StartedBackend;
import dev.elbow.cli.host.Workbench;
import dev.elbow.engine.experiment.TrainingReport;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code elbow resume}. */
@CommandLine.Command(
    name = "resume",
    header = "Continue a training that was interrupted.",
    description =
        "Continues from the newest intact checkpoint, to the same bits as if it had never stopped"
            + " (on the same backend with the same number of threads).",
    footerHeading = "%nExample:%n",
    footer = "  elbow resume runs/quick-start-20260101-120000")
final class ResumeCommand extends TrainingCommand {
  @Parameters(paramLabel = "RUN", description = "The run's folder.")
  private Path run;

  @Mixin private BackendArgument backend;
  @Mixin private DataArgument data;

  ResumeCommand(Context context) {
    super(context);
  }

  @Override
  TrainingReport train(Workbench workbench) {
    StartedBackend started = start(workbench, backend.device(), workbench.backendOf(run));
    String name = run.toAbsolutePath().normalize().getFileName().toString();
    TrainingProgress progress = new TrainingProgress(console(), name, started);
    return workbench.engine().resume(run, data.folder(), progress, stopSignal());
  }
}
