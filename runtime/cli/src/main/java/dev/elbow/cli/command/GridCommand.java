package dev.elbow.cli.command;

import static java.util.stream.Collectors.joining;

import dev.elbow.cli.ExitCode;
import dev.elbow.cli.host.Context;
import dev.elbow.cli.host.Installation;
import dev.elbow.cli.host.Workbench;
import dev.elbow.cli.output.ShellWords;
import dev.elbow.engine.training.StopSignal;
import dev.elbow.experiments.grid.Cell;
import dev.elbow.experiments.grid.Experiment;
import dev.elbow.experiments.grid.Grid;
import dev.elbow.experiments.grid.Size;
import dev.elbow.experiments.run.CellFolders;
import dev.elbow.experiments.run.CellInspector;
import dev.elbow.experiments.run.ExperimentLock;
import dev.elbow.experiments.run.Installed;
import dev.elbow.experiments.run.Outcome;
import dev.elbow.experiments.run.Outcome.End;
import dev.elbow.experiments.run.Resolution;
import dev.elbow.experiments.run.Runner;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;

/** A command that runs the cells of an experiment and tables them. */
abstract class GridCommand extends BaseCommand {
  @Mixin private GridOptions options;
  @Mixin private DataArgument data;

  /** What is to be done. */
  record Task(Experiment experiment, Size size, Path out, String command) {}

  GridCommand(Context context) {
    super(context);
  }

  /** Reads what is to be done. */
  abstract Task task();

  final GridOptions options() {
    return options;
  }

  /** The task of a size of an experiment, less what --only leaves out. */
  final Task task(Experiment experiment, String size, Path out, String command) {
    Size whole = experiment.size(size);
    if (options.only.isEmpty()) {
      return new Task(experiment, whole, out, command);
    }
    Size narrowed = whole.narrowed(experiment.selector(options.only, "--only"));
    String only =
        options.only.stream().map(o -> " --only " + ShellWords.quote(o)).collect(joining());
    return new Task(experiment, narrowed, out, command + only);
  }

  @Override
  public final Integer call() {
    Task task = task();
    int processes = options.processes();
    Installation installation = context().installation().with(task.experiment().plugins());
    Resolution resolution = new WorkbenchResolution(Workbench.open(installation, console()));
    Grid grid = new Grid(task.experiment(), task.size());
    List<Cell> cells = grid.cells().stream().map(resolution::cell).toList();
    CellFolders folders = new CellFolders(task.out().toAbsolutePath().normalize());
    CellInspector inspector = new CellInspector(folders, resolution);
    GridReport report =
        new GridReport(context(), task, grid, folders, inspector, circumstances(processes));
    if (options.list) {
      new CellList(console(), inspector).print(task, cells);
      return ExitCode.DONE;
    }
    inspector.requireSame(cells);
    if (options.tables) {
      report.write(cells, List.of());
      return ExitCode.DONE;
    }
    return run(task, cells, setup(folders, resolution, installation), report);
  }

  private Runner.Setup setup(
      CellFolders folders, Resolution resolution, Installation installation) {
    int threads = options.threads();
    List<String> common =
        data.folder == null
            ? List.of()
            : List.of("--data-dir", data.folder.toAbsolutePath().toString());
    return new Runner.Setup(
        folders,
        resolution,
        new Installed(installation.home(), threads, installation.more()),
        options.processes(),
        threads,
        common);
  }

  @SuppressWarnings("try") // the lock is held, not used
  private int run(Task task, List<Cell> cells, Runner.Setup setup, GridReport report) {
    StopSignal stop = context().interruption().arm();
    try (ExperimentLock lock = ExperimentLock.acquire(task.out())) {
      GridBoard board = new GridBoard(console(), cells, setup);
      board.started(task);
      List<Outcome> outcomes = new Runner(setup, board).run(cells, stop::isRequested);
      board.clear();
      report.write(cells, outcomes);
      if (outcomes.stream().anyMatch(o -> o.end() == End.STOPPED)) {
        console().note("stopped; everything is saved. To go on: " + task.command());
        return ExitCode.INTERRUPTED;
      }
      boolean failed = outcomes.stream().anyMatch(o -> o.end() == End.FAILED);
      return failed ? ExitCode.FAILED : ExitCode.DONE;
    }
  }

  private GridReport.How circumstances(int processes) {
    String each = options.threads() == 1 ? "1 thread" : options.threads() + " threads";
    String how =
        processes == 1
            ? "one process with " + each
            : processes + " processes at once, " + each + " each";
    return new GridReport.How(options.commit(), how);
  }
}
