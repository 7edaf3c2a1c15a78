package dev.elbow.cli.command;

import dev.elbow.cli.ExitCode;
import dev.elbow.cli.host.Context;

/** A command that is done if it throws nothing. */
abstract class SimpleCommand extends BaseCommand {

  SimpleCommand(Context context) {
    super(context);
  }

  abstract void run();

  @Override
  public final Integer call() {
    run();
    return ExitCode.DONE;
  }
}
