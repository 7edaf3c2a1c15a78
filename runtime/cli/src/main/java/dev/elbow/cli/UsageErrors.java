package dev.elbow.cli;

import dev.elbow.configuration.DidYouMean;
import dev.elbow.spi.InputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns picocli's complaints into Elbow's. */
final class UsageErrors {
  private static final String ID = "CLI-USAGE";

  private UsageErrors() {}

  static InputException explain(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    if (e.getCause() instanceof InputException ours) {
      return ours;
    }
    String help = "See `" + name + " --help`.";
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched.getUnmatched().get(0), command, name, help);
    }
    return new InputException(ID, sentence(e.getMessage()), name, help, e);
  }

  private static InputException unmatched(
      String given, CommandLine command, String name, String help) {
    if (given.startsWith("-")) {
      String option = given.split("=", 2)[0];
      String problem = "there is no option " + option;
      return new InputException(
          "CLI-UNKNOWN-OPTION", problem, name, hint(option, options(command)) + help);
    }
    Collection<String> commands = command.getSubcommands().keySet();
    if (!commands.isEmpty()) {
      return new InputException(
          "CLI-UNKNOWN-COMMAND",
          "there is no command " + given,
          name,
          hint(given, commands) + "Commands: " + String.join(", ", commands) + ". " + help);
    }
    return new InputException(ID, "one argument too many: " + given, name, help);
  }

  private static List<String> options(CommandLine command) {
    List<String> names = new ArrayList<>();
    command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
    names.removeIf(option -> !option.startsWith("--"));
    return names;
  }

  private static String hint(String given, Collection<String> valid) {
    return DidYouMean.closest(given, valid).map(n -> "Did you mean " + n + "? ").orElse("");
  }

  /** picocli's texts begin with a capital. */
  private static String sentence(String message) {
    return message.isEmpty()
        ? message
        : Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }
}
