package dev.elbow.cli.command;

import dev.elbow.cli.host.Context;
import dev.elbow.cli.output.ShellWords;
import dev.elbow.configuration.DidYouMean;
import dev.elbow.experiments.grid.Experiment;
import dev.elbow.experiments.grid.ExperimentFile;
import dev.elbow.experiments.grid.Size;
import dev.elbow.spi.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code elbow reproduce}. */
@CommandLine.Command(
    name = "reproduce",
    header = "Run a paper's comparison, and hold its figures against ours.",
    description = {
      "Runs the experiment file of that name in reproduction/ of the installation. The table has"
          + " the published figure, ours with its spread, whether they are bounds, and a verdict.",
      "The data must be there: elbow data fetch mnist; elbow data fetch fashion-mnist."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow reproduce flows --quick          within ten minutes on two cores",
      "  elbow reproduce rho-vae                within about an hour",
      "  elbow reproduce rho-vae --full --list  the paper's own settings: what would be run"
    })
final class ReproduceCommand extends GridCommand {
  static final List<String> NAMES =
      List.of("rho-vae", "infovae", "tutorial", "balanced-elbo", "flows");

  @Parameters(
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = "The paper: ${COMPLETION-CANDIDATES}.")
  private String name;

  @ArgGroup private Sizes sizes;

  /** At most one of them. */
  static final class Sizes {
    @Option(names = "--quick", order = 10, description = "Within ten minutes on two cores.")
    boolean quick;

    @Option(names = "--full", order = 11, description = "The paper's own settings.")
    boolean full;
  }

  ReproduceCommand(Context context) {
    super(context);
  }

  @Override
  Task task() {
    Experiment experiment = ExperimentFile.read(file());
    String size = size();
    String suffix = size.equals(Size.DEFAULT) ? "" : "-" + size;
    Path folder = options().out != null ? options().out : Path.of("reproduction-" + name + suffix);
    String option = size.equals(Size.DEFAULT) ? "" : " --" + size;
    String out =
        options().out == null ? "" : " --out " + ShellWords.quote(options().out.toString());
    String command = context().command() + " reproduce " + name + option + out;
    return task(experiment, size, folder, command);
  }

  private String size() {
    if (sizes == null) {
      return Size.DEFAULT;
    }
    return sizes.quick ? "quick" : "full";
  }

  private Path file() {
    Path file = context().installation().reproduction().resolve(name + ".yaml");
    if (NAMES.contains(name) && Files.isRegularFile(file)) {
      return file;
    }
    String hint =
        DidYouMean.closest(name, NAMES).map(near -> "Did you mean " + near + "? ").orElse("");
    throw new InputException(
        "CLI-REPRODUCE",
        NAMES.contains(name)
            ? "the experiment file is not there: " + file
            : "expected the name of a paper's comparison, found " + name,
        "reproduce",
        hint + "Valid: " + String.join(", ", NAMES) + ".");
  }

  /** What shells complete. */
  static final class Names implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return NAMES.iterator();
    }
  }
}
