package dev.elbow.experiments.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.ScalarNode;
import dev.elbow.configuration.YamlReader;
import dev.elbow.experiments.grid.Cell;
import dev.elbow.experiments.grid.CellCommand;
import dev.elbow.experiments.run.CellStatus.State;
import dev.elbow.runs.RunFolder;
import dev.elbow.runs.RunLock;
import dev.elbow.spi.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells from a cell's folder how far it is, so that nothing needs to be remembered. */
public final class CellInspector {
  static final String FIGURES = "evaluation.json";

  private final CellFolders folders;
  private final Resolution resolution;

  public CellInspector(CellFolders folders, Resolution resolution) {
    this.folders = folders;
    this.resolution = resolution;
  }

  /** How far the cell is. */
  public CellStatus inspect(Cell cell) {
    Path folder = folders.run(cell);
    if (cell.command() == CellCommand.PCA) {
      return CellStatus.of(
          Files.isRegularFile(folder.resolve(FIGURES)) ? State.FINISHED : State.NEW, 0);
    }
    if (!Files.isRegularFile(folder.resolve("manifest.json"))) {
      return CellStatus.of(State.NEW, 0);
    }
    RunFolder run = RunFolder.open(folder);
    List<Difference> differences = Difference.between(configuration(run), cell.configuration());
    double epochs = epochs(run);
    if (!differences.isEmpty()) {
      return new CellStatus(State.DIFFERENT, differences, List.of(), epochs);
    }
    if (isBusy(run)) {
      return CellStatus.of(State.BUSY, epochs);
    }
    if (!isTrained(run, cell, epochs)) {
      return CellStatus.of(State.CUT_OFF, epochs);
    }
    List<String> measured = CellRecord.read(folder, step(run)).metrics();
    List<ConfigNode> missing =
        cell.metrics().stream().filter(m -> !measured.contains(FlowYaml.write(m))).toList();
    State state = missing.isEmpty() ? State.FINISHED : State.UNMEASURED;
    return new CellStatus(state, List.of(), missing, epochs);
  }

  /**
   * Refuses cells whose folders hold other trainings.
   *
   * @throws InputException {@code EXPERIMENT-OTHER-RUN} with what differs in each
   */
  public void requireSame(List<Cell> cells) {
    List<String> others = new ArrayList<>();
    for (Cell cell : cells) {
      CellStatus status = inspect(cell);
      status.differences().forEach(d -> others.add(cell.name() + ": " + d));
    }
    if (!others.isEmpty()) {
      throw new InputException(
          "EXPERIMENT-OTHER-RUN",
          "expected the runs of this experiment, found others:\n" + String.join("\n", others),
          folders.out().toString(),
          "Name another folder with --out; or move the cells away, and they are trained anew.");
    }
  }

  /** The step of the newest checkpoint; -1 if there is none. */
  static long step(RunFolder run) {
    return run.checkpoints().latest().orElse(-1L);
  }

  /** The epochs in the run's log. */
  public static double epochs(RunFolder run) {
    List<ObjectNode> lines = run.metrics().readAll();
    return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).path("epoch").asDouble();
  }

  /** The epochs that a resolved configuration asks for. */
  public static int plannedEpochs(Cell cell) {
    MapNode training = (MapNode) cell.configuration().get("training");
    return Integer.parseInt(((ScalarNode) training.get("epochs")).text());
  }

  /** As resolved by the plugins of today: older runs lack keys that came later. */
  private MapNode configuration(RunFolder run) {
    return resolution.configuration(YamlReader.read(run.config(), run.configFile().toString()));
  }

  /** A training writes its figures when it ends; with early stopping that may be at any epoch. */
  private static boolean isTrained(RunFolder run, Cell cell, double epochs) {
    MapNode training = (MapNode) cell.configuration().get("training");
    boolean mayStopEarly = training.find("earlyStopping").filter(n -> !n.isNull()).isPresent();
    return Files.isRegularFile(run.path().resolve(FIGURES))
        && (mayStopEarly || epochs >= plannedEpochs(cell));
  }

  @SuppressWarnings("try") // the lock is tried, not used
  private static boolean isBusy(RunFolder run) {
    try (RunLock lock = run.lock()) {
      return false;
    } catch (InputException e) {
      return true;
    }
  }
}
