package dev.elbow.experiments.grid;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.Overrides;
import dev.elbow.configuration.ScalarNode;
import dev.elbow.spi.InputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every combination of an experiment's axes at a size, less what is left out. */
public final class Grid {
  private final Experiment experiment;
  private final Size size;

  public Grid(Experiment experiment, Size size) {
    this.experiment = experiment;
    this.size = size;
  }

  /**
   * The cells, seeds innermost, the last axis next.
   *
   * @throws InputException if two have one name, or none is left
   */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (List<Axis.Value> values : combinations()) {
      Map<String, String> coordinates = coordinates(values);
      if (excluded(coordinates).isEmpty() && wanted(coordinates)) {
        for (Cell cell : cells(values, coordinates)) {
          if (!names.add(cell.name())) {
            throw invalid("two cells are called " + cell.name(), "Rename a value of an axis.");
          }
          cells.add(cell);
        }
      }
    }
    if (cells.isEmpty()) {
      throw invalid("no cell is left at the size " + size.name(), "Look at only and exclude.");
    }
    return cells;
  }

  /** What was left out, and why, each once. */
  public List<Exclusion> exclusions() {
    List<Exclusion> all = new ArrayList<>(experiment.exclusions());
    all.addAll(size.exclusions());
    return all;
  }

  private InputException invalid(String problem, String fix) {
    return new InputException("EXPERIMENT-CELLS", problem, experiment.base().place().source(), fix);
  }

  private Optional<Exclusion> excluded(Map<String, String> coordinates) {
    return exclusions().stream().filter(e -> e.where().matches(coordinates)).findFirst();
  }

  private boolean wanted(Map<String, String> coordinates) {
    return size.only().isEmpty() || size.only().stream().anyMatch(s -> s.matches(coordinates));
  }

  private List<List<Axis.Value>> combinations() {
    List<List<Axis.Value>> combinations = List.of(List.of());
    for (Axis axis : experiment.axes()) {
      List<List<Axis.Value>> longer = new ArrayList<>();
      for (List<Axis.Value> combination : combinations) {
        for (Axis.Value value : axis.values()) {
          List<Axis.Value> extended = new ArrayList<>(combination);
          extended.add(value);
          longer.add(extended);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  private Map<String, String> coordinates(List<Axis.Value> values) {
    Map<String, String> coordinates = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      coordinates.put(experiment.axes().get(i).name(), values.get(i).name());
    }
    return coordinates;
  }

  private List<Cell> cells(List<Axis.Value> values, Map<String, String> coordinates) {
    List<Adjustment> adjustments =
        size.adjustments().stream().filter(a -> a.where().matches(coordinates)).toList();
    MapNode configuration = experiment.base();
    CellCommand command = CellCommand.TRAIN;
    for (Axis.Value value : values) {
      configuration = apply(configuration, value.overrides());
      command = value.command().orElse(command);
    }
    List<Long> seeds = experiment.seeds();
    for (Adjustment adjustment : adjustments) {
      configuration = apply(configuration, adjustment.overrides());
      seeds = adjustment.seeds().orElse(seeds);
    }
    if (command == CellCommand.PCA) {
      // Nothing is drawn: another seed would give the same figures.
      seeds = seeds.subList(0, 1);
    }
    String name = String.join("-", coordinates.values());
    List<ConfigNode> metrics = metrics(values, adjustments);
    List<Cell> cells = new ArrayList<>();
    for (long seed : seeds) {
      String full = (name.isEmpty() ? "" : name + "-") + "seed" + seed;
      MapNode seeded =
          configuration.with("name", scalar(full)).with("seed", scalar(Long.toString(seed)));
      cells.add(new Cell(full, coordinates, seed, command, seeded, metrics));
    }
    return cells;
  }

  /** The experiment's, or the size's own, or an axis's, or those of the size for these cells. */
  private List<ConfigNode> metrics(List<Axis.Value> values, List<Adjustment> adjustments) {
    List<ConfigNode> metrics = experiment.metrics();
    for (Adjustment own : adjustments) {
      if (own.where().values().isEmpty()) {
        metrics = own.metrics().orElse(metrics);
      }
    }
    for (Axis.Value value : values) {
      metrics = value.metrics().orElse(metrics);
    }
    for (Adjustment adjustment : adjustments) {
      if (!adjustment.where().values().isEmpty()) {
        metrics = adjustment.metrics().orElse(metrics);
      }
    }
    return metrics;
  }

  private static MapNode apply(MapNode configuration, MapNode overrides) {
    ConfigNode tree = configuration;
    for (Map.Entry<String, ConfigNode> override : overrides.entries().entrySet()) {
      tree = Overrides.set(tree, override.getKey(), override.getValue());
    }
    return (MapNode) tree;
  }

  private ScalarNode scalar(String text) {
    return new ScalarNode(text, false, experiment.base().place());
  }
}
