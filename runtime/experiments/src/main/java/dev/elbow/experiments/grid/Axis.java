package dev.elbow.experiments.grid;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * One dimension of the grid.
 *
 * @param name such as {@code posterior}
 * @param values in the order of the file
 */
public record Axis(String name, List<Value> values) {

  public Axis {
    values = List.copyOf(values);
  }

  List<String> valueNames() {
    return values.stream().map(Value::name).toList();
  }

  /**
   * A place on the axis.
   *
   * @param name a part of the cells' names
   * @param title what tables say
   * @param overrides paths into the configuration, and what is put there
   * @param command what the cells are
   * @param metrics in place of the experiment's, if given
   */
  public record Value(
      String name,
      String title,
      MapNode overrides,
      Optional<CellCommand> command,
      Optional<List<ConfigNode>> metrics) {}
}
