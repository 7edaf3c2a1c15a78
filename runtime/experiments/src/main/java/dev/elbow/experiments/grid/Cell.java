package dev.elbow.experiments.grid;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.MapNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of the grid.
 *
 * @param name its folder's
 * @param coordinates axis to value, in the order of the axes
 * @param seed of the run
 * @param command what it is
 * @param configuration as {@code elbow train} takes it
 * @param metrics that it is evaluated with
 */
public record Cell(
    String name,
    Map<String, String> coordinates,
    long seed,
    CellCommand command,
    MapNode configuration,
    List<ConfigNode> metrics) {

  public Cell {
    coordinates = Collections.unmodifiableMap(new LinkedHashMap<>(coordinates));
    metrics = List.copyOf(metrics);
  }

  /** The cell with its configuration and metrics complete. */
  public Cell resolved(MapNode configuration, List<ConfigNode> metrics) {
    return new Cell(name, coordinates, seed, command, configuration, metrics);
  }
}
