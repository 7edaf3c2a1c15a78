package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.host.Machine;
import dev.elbow.cli.output.Console;
import dev.elbow.experiments.grid.Cell;
import dev.elbow.experiments.grid.Grid;
import dev.elbow.experiments.results.CellReader;
import dev.elbow.experiments.results.CellResult;
import dev.elbow.experiments.results.Circumstances;
import dev.elbow.experiments.results.ClaimResult;
import dev.elbow.experiments.results.Comparison;
import dev.elbow.experiments.results.JsonResults;
import dev.elbow.experiments.results.ResultFiles;
import dev.elbow.experiments.results.Results;
import dev.elbow.experiments.run.CellFolders;
import dev.elbow.experiments.run.CellInspector;
import dev.elbow.experiments.run.Outcome;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes an experiment's results, and prints what they come to. */
final class GridReport {
  private final Context context;
  private final GridCommand.Task task;
  private final Grid grid;
  private final CellFolders folders;
  private final CellInspector inspector;
  private final How how;

  /** How it was run. */
  record How(String commit, String processes) {}

  GridReport(
      Context context,
      GridCommand.Task task,
      Grid grid,
      CellFolders folders,
      CellInspector inspector,
      How how) {
    this.context = context;
    this.task = task;
    this.grid = grid;
    this.folders = folders;
    this.inspector = inspector;
    this.how = how;
  }

  void write(List<Cell> cells, List<Outcome> outcomes) {
    Map<String, String> failures = new HashMap<>();
    outcomes.forEach(outcome -> failures.put(outcome.cell().name(), outcome.reason()));
    CellReader reader = new CellReader(folders, inspector);
    List<CellResult> read =
        cells.stream()
            .map(cell -> reader.read(cell, failures.getOrDefault(cell.name(), "")))
            .toList();
    Circumstances circumstances =
        new Circumstances(
            published(task.command()),
            ElbowCommand.version(),
            how.commit(),
            Machine.description(),
            LocalDate.now().toString(),
            how.processes());
    Results results =
        Results.of(task.experiment(), task.size(), circumstances, grid.exclusions(), read);
    List<Path> files = ResultFiles.write(results, folders.out());
    print(results, files);
  }

  /** Without the folder that Elbow lies in here. */
  private String published(String command) {
    return "elbow" + command.substring(context.command().length());
  }

  private void print(Results results, List<Path> files) {
    Console console = context.console();
    if (console.json()) {
      ObjectNode json = JsonResults.write(results);
      json.put("out", folders.out().toString());
      console.document(json);
      return;
    }
    console.text().println();
    for (Comparison comparison : results.comparisons()) {
      console.text().println("  " + results.nameOf(comparison) + ": " + comparison.verdict());
    }
    for (ClaimResult claim : results.claims()) {
      console
          .text()
          .println("  " + console.paint().bold(claim.verdict()) + ": " + claim.claim().text());
    }
    console.text().println();
    files.forEach(file -> console.text().println(console.show(file)));
  }
}
