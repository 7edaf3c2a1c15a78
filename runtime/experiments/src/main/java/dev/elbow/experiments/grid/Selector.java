package dev.elbow.experiments.grid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses cells by their coordinates.
 *
 * @param values of the axes that are named; a cell has one of them on each
 */
public record Selector(Map<String, List<String>> values) {

  public Selector {
    values = Map.copyOf(values);
  }

  /** The selector of every cell. */
  public static Selector all() {
    return new Selector(Map.of());
  }

  /** The selector of what both choose. */
  Selector and(Selector other) {
    Map<String, List<String>> both = new LinkedHashMap<>(values);
    other.values.forEach(
        (axis, names) ->
            both.merge(axis, names, (a, b) -> a.stream().filter(b::contains).toList()));
    return new Selector(both);
  }

  /** Whether a cell at these coordinates, axis to value, is chosen. */
  public boolean matches(Map<String, String> coordinates) {
    return values.entrySet().stream()
        .allMatch(axis -> axis.getValue().contains(coordinates.get(axis.getKey())));
  }

  /**
   * Coordinates moved to where the selector points.
   *
   * @throws IllegalArgumentException if it names more than one value of an axis
   */
  public Map<String, String> applyTo(Map<String, String> coordinates) {
    Map<String, String> moved = new LinkedHashMap<>(coordinates);
    values.forEach(
        (axis, names) -> {
          if (names.size() != 1) {
            throw new IllegalArgumentException("expected one value of " + axis + ": " + names);
          }
          moved.put(axis, names.get(0));
        });
    return moved;
  }
}
