package dev.elbow.experiments.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.experiments.grid.Cell;
import dev.elbow.experiments.run.RunListener.ActiveCell;
import dev.elbow.runs.MetricsLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Estimates what an experiment still takes, from its cells that are over or under way. */
public final class TimeLeft {
  private final CellFolders folders;
  private final List<Cell> cells;
  private final int processes;
  private final Set<String> over = new HashSet<>();
  private final Map<Cell, Double> known = new HashMap<>();

  /**
   * @param processes that run at once
   */
  public TimeLeft(CellFolders folders, List<Cell> cells, int processes) {
    this.folders = folders;
    this.cells = List.copyOf(cells);
    this.processes = processes;
  }

  /** Nothing is left to do of a cell. */
  public void over(Cell cell) {
    over.add(cell.name());
    secondsOf(cell).ifPresent(seconds -> known.put(cell, seconds));
  }

  /** What a cell has taken, in training and evaluation; empty if its folder does not tell. */
  public Optional<Double> secondsOf(Cell cell) {
    List<ObjectNode> lines = new MetricsLog(folders.run(cell).resolve("metrics.jsonl")).readAll();
    double training = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).path("seconds").asDouble();
    long step = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).path("step").asLong();
    double seconds = training + CellRecord.read(folders.run(cell), step).seconds();
    return seconds > 0 ? Optional.of(seconds) : Optional.empty();
  }

  /** Seconds until the end; empty until something is known. */
  public OptionalDouble left(List<ActiveCell> active) {
    Map<Cell, Double> totals = new HashMap<>(known);
    Map<String, ActiveCell> running = new HashMap<>();
    for (ActiveCell cell : active) {
      running.put(cell.cell().name(), cell);
      if (cell.pace() > 0) {
        totals.putIfAbsent(cell.cell(), cell.pace() * cell.planned());
      }
    }
    if (totals.isEmpty()) {
      return OptionalDouble.empty();
    }
    double seconds = 0;
    for (Cell cell : cells) {
      if (!over.contains(cell.name())) {
        seconds += left(Optional.ofNullable(running.get(cell.name())), estimate(cell, totals));
      }
    }
    return OptionalDouble.of(seconds / Math.max(1, processes));
  }

  private static double left(Optional<ActiveCell> running, double total) {
    double part =
        running
            .filter(cell -> cell.planned() > 0)
            .map(cell -> Math.min(1, cell.epochs() / cell.planned()))
            .orElse(0.0);
    return total * (1 - part);
  }

  /** The mean of the cells that share the most coordinates with it. */
  private static double estimate(Cell cell, Map<Cell, Double> totals) {
    List<Double> nearest = new ArrayList<>();
    long most = -1;
    for (Map.Entry<Cell, Double> other : totals.entrySet()) {
      long shared = shared(cell, other.getKey());
      if (shared > most) {
        most = shared;
        nearest.clear();
      }
      if (shared == most) {
        nearest.add(other.getValue());
      }
    }
    return nearest.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static long shared(Cell a, Cell b) {
    long axes =
        a.coordinates().entrySet().stream()
            .filter(axis -> Objects.equals(axis.getValue(), b.coordinates().get(axis.getKey())))
            .count();
    return 2 * axes + (a.name().equals(b.name()) ? 1 : 0);
  }
}
