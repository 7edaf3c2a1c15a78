package dev.elbow.cli.command;

import dev.elbow.cli.host.Context;
import picocli.CommandLine;

@CommandLine.Command(name = "doctor", header = "Check this machine and this installation.")
final class DoctorCommand extends BaseCommand {
  DoctorCommand(Context context) {
    super(context);
  }

  @Override
  void run() {}
}
