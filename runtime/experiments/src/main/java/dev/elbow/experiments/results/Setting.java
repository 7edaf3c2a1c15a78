package dev.elbow.experiments.results;

import dev.elbow.runs.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cells that differ in their seeds alone.
 *
 * @param coordinates axis to value
 * @param cells of each seed
 */
public record Setting(Map<String, String> coordinates, List<CellResult> cells) {

  /** The settings of these cells, in their order. */
  static List<Setting> of(List<CellResult> cells) {
    Map<Map<String, String>, List<CellResult>> grouped = new LinkedHashMap<>();
    for (CellResult cell : cells) {
      grouped.computeIfAbsent(cell.cell().coordinates(), k -> new ArrayList<>()).add(cell);
    }
    List<Setting> settings = new ArrayList<>();
    grouped.forEach((coordinates, of) -> settings.add(new Setting(coordinates, of)));
    return settings;
  }

  /** A figure over the seeds that have it; empty if none has. */
  public Optional<Summary> summary(String figure) {
    List<Figure> found = new ArrayList<>();
    for (CellResult cell : cells) {
      Figure of = cell.figures().get(figure);
      if (of != null) {
        found.add(of);
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(Summary.of(found));
  }

  /** The epochs of the shortest training. */
  double epochs() {
    return cells.stream().mapToDouble(CellResult::epochs).min().orElse(0);
  }

  /** Seeds that have figures. */
  long seeds() {
    return cells.stream().filter(cell -> !cell.figures().isEmpty()).count();
  }
}
