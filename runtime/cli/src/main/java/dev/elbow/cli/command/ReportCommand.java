package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.host.Workbench;
import dev.elbow.engine.experiment.OpenRun;
import dev.elbow.report.RunReport;
import dev.elbow.runs.Picture;
import dev.elbow.runs.PictureList;
import dev.elbow.runs.RunFolder;
import dev.elbow.runs.RunLock;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code elbow report}. */
@CommandLine.Command(
    name = "report",
    header = "Write a page about a run: figures, curves, pictures, configuration.",
    description =
        "Draws the run's pictures anew, from the best checkpoint or the newest, and writes"
            + " report.html in its folder: one file that needs no network.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow report runs/rho",
      "  elbow report runs/rho --page-only      without drawing the pictures anew"
    })
final class ReportCommand extends SimpleCommand {
  @Parameters(paramLabel = "RUN", description = "The run's folder.")
  private Path run;

  @Option(
      names = "--page-only",
      order = 10,
      description = "Write the page from what is in the folder; the pictures stay as they are.")
  private boolean pageOnly;

  @Mixin private BackendArgument backend;
  @Mixin private DataArgument data;

  ReportCommand(Context context) {
    super(context);
  }

  @Override
  void run() {
    RunFolder folder = RunFolder.open(run);
    if (!pageOnly) {
      if (folder.checkpoints().steps().isEmpty()) {
        console().note("no pictures are drawn: the run has no checkpoint yet");
      } else {
        draw(folder);
      }
    }
    Path page = RunReport.write(folder);
    List<Picture> pictures = new PictureList(folder.images()).read();
    if (console().json()) {
      ObjectNode json = RunJson.of(folder.path(), page);
      pictures.forEach(
          picture -> json.withArray("/pictures").add(folder.images().resolve(picture.file()) + ""));
      console().document(json);
    } else {
      console()
          .text()
          .printf("report with %d pictures in %s%n", pictures.size(), console().show(page));
    }
  }

  @SuppressWarnings("try") // the lock is held, not used
  private void draw(RunFolder folder) {
    Workbench workbench = context().workbench();
    workbench.start(backend.device(), workbench.backendOf(folder.path()));
    OpenRun open = workbench.explaining(() -> workbench.engine().open(folder.path()));
    open.changedPlugins()
        .forEach(change -> console().note("another jar than the run began with: " + change));
    Optional<RunLock> lock = lock(folder);
    if (lock.isPresent()) {
      try (RunLock held = lock.get()) {
        workbench.engine().illustrate(open, data.folder());
      }
    }
  }

  /** Empty while another process writes the run, as its training does. */
  private Optional<RunLock> lock(RunFolder folder) {
    try {
      return Optional.of(folder.lock());
    } catch (InputException e) {
      console().note("the pictures stay as they are: " + e.problem());
      return Optional.empty();
    }
  }
}
