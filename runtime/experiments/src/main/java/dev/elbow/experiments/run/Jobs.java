package dev.elbow.experiments.run;

import dev.elbow.configuration.ConfigNode;
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
      case CUT_OFF -> job(Job.Kind.RESUME, List.of(), List.of("resume", run));
      case UNMEASURED -> measure(run, status.missing());
      default -> throw new IllegalStateException("nothing to do for " + status.state());
    };
  }

  /** All metrics in one process; the audit, which is a command of its own, after them. */
  private Job measure(String run, List<ConfigNode> missing) {
    List<ConfigNode> metrics = missing.stream().filter(m -> !Audit.is(m)).toList();
    if (metrics.isEmpty()) {
      String examples = Audit.examples(missing.get(0));
      return job(Job.Kind.AUDIT, missing, List.of("audit", run, "--examples", examples));
    }
    return job(
        Job.Kind.EVALUATE, metrics, List.of("evaluate", run, "--metrics", FlowYaml.write(metrics)));
  }

  private Job job(Job.Kind kind, List<ConfigNode> metrics, List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(options);
    arguments.add("--json");
    return new Job(kind, arguments, metrics);
  }

  /** Threads are no part of the experiment: another machine has others, and continues it. */
  private Job train(Cell cell) {
    AtomicFiles.write(folders.configuration(cell), YamlWriter.write(cell.configuration()));
    return job(
        Job.Kind.TRAIN,
        List.of(),
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
        List.of(),
        List.of(
            "pca",
            folders.configuration(cell).toString(),
            "--components",
            ((ScalarNode) model.get("latent")).text(),
            "--out",
            picture));
  }
}
