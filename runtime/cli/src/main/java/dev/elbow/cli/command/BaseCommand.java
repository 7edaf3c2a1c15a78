package dev.elbow.cli.command;

import dev.elbow.cli.host.Context;
import dev.elbow.cli.output.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What all commands have; {@link #call} gives the exit code, and errors are thrown. */
abstract class BaseCommand implements Callable<Integer> {
  @Mixin private CommonOptions common;

  private final Context context;

  BaseCommand(Context context) {
    this.context = context;
  }

  final Context context() {
    return context;
  }

  final Console console() {
    return context.console();
  }
}
