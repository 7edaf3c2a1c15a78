package dev.elbow.cli.command;

import picocli.CommandLine.Option;

/** The options of every command; {@code --json} and {@code --verbose} are read before parsing. */
final class CommonOptions {
  @Option(
      names = "--json",
      order = 90,
      description = "Print one JSON document on standard output and nothing else there.")
  boolean json;

  @Option(names = "--verbose", order = 91, description = "Log more, and print stack traces.")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      order = 92,
      usageHelp = true,
      description = "Show this help.")
  boolean help;
}
