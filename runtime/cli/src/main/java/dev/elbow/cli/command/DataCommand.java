package dev.elbow.cli.command;

import dev.elbow.cli.host.Context;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code elbow data}. */
@CommandLine.Command(
    name = "data",
    header = "List and fetch named datasets.",
    subcommands = {DataListCommand.class, DataFetchCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {"  elbow data list", "  elbow data fetch fashion-mnist"})
final class DataCommand extends SimpleCommand {
  @Spec private CommandSpec spec;

  DataCommand(Context context) {
    super(context);
  }

  @Override
  void run() {
    throw new ParameterException(spec.commandLine(), "expected a command: list or fetch");
  }
}
