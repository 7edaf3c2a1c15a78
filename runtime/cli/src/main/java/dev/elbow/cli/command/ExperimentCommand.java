package dev.elbow.cli.command;

import dev.elbow.cli.host.Context;
import dev.elbow.cli.output.ShellWords;
import dev.elbow.experiments.grid.Experiment;
import dev.elbow.experiments.grid.ExperimentFile;
import dev.elbow.experiments.grid.Size;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code elbow experiment}. */
@CommandLine.Command(
    name = "experiment",
    header = "Train, evaluate and compare a grid of models.",
    description = {
      "Runs every combination that an experiment file names, each an ordinary run of its own"
          + " processes, and writes tables, plots and a page of what they come to.",
      "Killed or stopped at any moment, the same command goes on: what is finished is kept, what"
          + " was cut off is resumed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow experiment posteriors.yaml",
      "  elbow experiment posteriors.yaml --list",
      "  elbow experiment posteriors.yaml --size quick --processes 2 --out posteriors"
    })
final class ExperimentCommand extends GridCommand {
  @Parameters(paramLabel = "FILE", description = "The experiment, YAML.")
  private Path file;

  @Option(
      names = "--size",
      paramLabel = "NAME",
      defaultValue = Size.DEFAULT,
      order = 10,
      description = "One of the sizes that the file names; ${DEFAULT-VALUE} by default.")
  private String size;

  ExperimentCommand(Context context) {
    super(context);
  }

  @Override
  Task task() {
    Experiment experiment = ExperimentFile.read(file);
    String suffix = size.equals(Size.DEFAULT) ? "" : "-" + size;
    Path folder =
        options().out != null ? options().out : Path.of("experiments", experiment.name() + suffix);
    String command =
        "%s experiment %s%s --out %s"
            .formatted(
                context().command(),
                ShellWords.quote(file.toString()),
                size.equals(Size.DEFAULT) ? "" : " --size " + size,
                ShellWords.quote(folder.toString()));
    return task(experiment, size, folder, command);
  }
}
