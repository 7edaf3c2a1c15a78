package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.elbow.cli.host.Context;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command without a subcommand. */
@CommandLine.Command(
    name = "elbow",
    header = "Trains variational autoencoders whose every part is a plugin.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TrainCommand.class,
      ResumeCommand.class,
      EvaluateCommand.class,
      AuditCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      SampleCommand.class,
      ReconstructCommand.class,
      EncodeCommand.class,
      PcaCommand.class,
      ExperimentCommand.class,
      ReproduceCommand.class,
      BenchmarkCommand.class,
      PluginsCommand.class,
      DataCommand.class,
      DoctorCommand.class,
      SchemaCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow train                            train the quick start, in under a minute",
      "  elbow train rho.yaml --set training.epochs=5",
      "  elbow sample runs/quick-start-... --count 100",
      "  elbow plugins                          what a configuration can name",
      "",
      "Exit codes: 0 done, 1 failed, 2 the input is wrong, 130 interrupted."
    })
public final class ElbowCommand extends SimpleCommand {
  @Option(
      names = {"-V", "--version"},
      order = 80,
      description = "Print the version.")
  private boolean version;

  @Spec private CommandSpec spec;

  ElbowCommand(Context context) {
    super(context);
  }

  @Override
  void run() {
    if (!version) {
      spec.commandLine().usage(spec.commandLine().getOut());
      return;
    }
    if (console().json()) {
      console()
          .document(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("version", version())
                  .put("java", System.getProperty("java.version")));
    } else {
      console().text().println("elbow " + version());
    }
  }

  /** The version of the distribution. */
  static String version() {
    String version = ElbowCommand.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
