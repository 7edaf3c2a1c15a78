package dev.elbow.cli.command;

import dev.elbow.cli.host.Machine;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of the commands that run a grid. */
final class GridOptions {
  /** What a training of a model of the papers takes, with its JVM, and some room. */
  private static final long BYTES_OF_A_PROCESS = 2_000_000_000L;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      order = 20,
      description = "The folder of the cells and the tables; one that is there is continued.")
  Path out;

  @Option(
      names = "--processes",
      paramLabel = "N",
      order = 30,
      description =
          "Cells at work at once, each with its share of the cores; by default one a core, as far"
              + " as memory goes: small models gain little from a second thread.")
  private Integer processes;

  @Option(
      names = "--only",
      paramLabel = "AXIS=VALUES",
      order = 12,
      description = "Only cells with these values, with commas; of several all count. Repeatable.")
  List<String> only = new ArrayList<>();

  @Option(
      names = "--list",
      order = 40,
      description = "Print the cells and how far they are, and run nothing.")
  boolean list;

  @Option(
      names = "--tables",
      order = 41,
      description = "Write the tables of what is there, and run nothing.")
  boolean tables;

  @Option(
      names = "--commit",
      paramLabel = "ID",
      order = 50,
      description = "The commit that Elbow was built from, for the table; or ELBOW_COMMIT.")
  private String commit;

  /** Processes at once. */
  int processes() {
    if (processes == null) {
      long fitting = Math.max(1, Machine.memory() / BYTES_OF_A_PROCESS);
      return (int) Math.min(Machine.cores(), fitting);
    }
    if (processes < 1) {
      throw new InputException(
          "CLI-PROCESSES",
          "expected at least 1 process, found " + processes,
          "--processes",
          "Choose from 1 to the number of cores, " + Machine.cores() + ".");
    }
    return processes;
  }

  /** Threads of each process. */
  int threads() {
    return Math.max(1, Machine.cores() / processes());
  }

  String commit() {
    return Optional.ofNullable(commit)
        .or(() -> Optional.ofNullable(System.getenv("ELBOW_COMMIT")))
        .orElse("");
  }
}
