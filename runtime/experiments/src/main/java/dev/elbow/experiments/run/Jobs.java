package dev.elbow.experiments.run;

import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.ScalarNode;
import dev.elbow.configuration.YamlWriter;
import dev.elbow.experiments.grid.Cell;
import dev.elbow.experiments.grid.CellCommand;
import dev.elbow.runs.AtomicFiles;
import java.util.ArrayList;
import java.util.List;

/** What is to be done for a cell next. */
final class Jobs {
  private final CellFolders folders;
  private final int threads;
  private final List<String> options;

  /**
   * @param threads of each process
   * @param options for every command, such as {@code --data-dir}
   */
  Jobs(CellFolders folders, int threads, List<String> options) {
    this.folders = folders;
    this.threads = threads;
    this.options = List.copyOf(options);
  }

  /** The command for a cell that is new, cut off, or to be evaluated. */
  Job next(Cell cell, CellStatus status) {
    String run = folders.run(cell).toString();
    return switch (status.state()) {
      case NEW -> cell.command() == CellCommand.PCA ? pca(cell) : train(cell);
      case CUT_OFF -> job(Job.Kind.RESUME, status, List.of("resume", run));
      case UNMEASURED ->
          job(
              Job.Kind.EVALUATE,
              status,
              List.of("evaluate", run, "--metrics", FlowYaml.write(status.missing())));
      default -> throw new IllegalStateException("nothing to do for " + status.state());
    };
  }

  private Job job(Job.Kind kind, CellStatus status, List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(options);
    arguments.add("--json");
    return new Job(kind, arguments, status.missing());
  }

  /** Threads are no part of the experiment: another machine has others, and continues it. */
  private Job train(Cell cell) {
    AtomicFiles.write(folders.configuration(cell), YamlWriter.write(cell.configuration()));
    return job(
        Job.Kind.TRAIN,
        CellStatus.of(CellStatus.State.NEW, 0),
        List.of(
            "train",
            folders.configuration(cell).toString(),
            "--set",
            "backend.threads=" + threads,
            "--out",
            folders.run(cell).toString()));
  }

  private Job pca(Cell cell) {
    MapNode data = (MapNode) cell.configuration().get("data");
    MapNode model = (MapNode) cell.configuration().get("model");
    AtomicFiles.write(folders.configuration(cell), YamlWriter.write(cell.configuration()));
    // The picture goes through a folder that need not be there yet.
    String picture = folders.run(cell).resolve("images").resolve("reconstructions.png").toString();
    return job(
        Job.Kind.PCA,
        CellStatus.of(CellStatus.State.NEW, 0),
        List.of(
            "pca",
            folders.configuration(cell).toString(),
            "--components",
            ((ScalarNode) model.get("latent")).text(),
            "--out",
            picture));
  }
}
