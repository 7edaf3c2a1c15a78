package dev.elbow.cli;

import dev.elbow.cli.command.ElbowCommand;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.host.Interruption;
import dev.elbow.cli.output.Console;
import dev.elbow.launcher.StartTrace;
import java.io.PrintWriter;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/** From arguments to an exit code. */
public final class CommandLineInterface {
  private final Context context;
  private final ErrorReport errors;

  public CommandLineInterface(Console console, Properties properties, Interruption interruption) {
    this.context = new Context(console, properties, interruption);
    this.errors = new ErrorReport(console);
  }

  /** Runs one command; every error is reported, none is thrown. */
  public int run(String... args) {
    try {
      CommandLine line = commandLine();
      StartTrace.mark("the commands are known");
      return line.execute(args);
    } catch (Error | RuntimeException e) {
      return errors.report(e);
    }
  }

  private CommandLine commandLine() {
    Console console = context.console();
    CommandLine line = new CommandLine(ElbowCommand.class, new CommandFactory(context));
    line.setOut(new PrintWriter(console.text(), true));
    line.setErr(new PrintWriter(console.err(), true));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(console.paint().enabled() ? Ansi.ON : Ansi.OFF));
    layOut(line);
    line.setUsageHelpWidth(Math.min(100, console.terminal().columns()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((e, command, parsed) -> errors.report(e));
    line.setParameterExceptionHandler((e, parsed) -> errors.report(UsageErrors.explain(e)));
    return line;
  }

  /** Blank lines between the sections of the help, and options in the order of their meaning. */
  private static void layOut(CommandLine line) {
    UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    usage.sortOptions(false);
    usage.synopsisHeading("%nUsage: ");
    usage.parameterListHeading("%n");
    usage.optionListHeading("%n");
    usage.commandListHeading("%nCommands:%n");
    if (usage.description().length > 0) {
      usage.descriptionHeading("%n");
    }
    line.getSubcommands().values().forEach(CommandLineInterface::layOut);
  }
}
