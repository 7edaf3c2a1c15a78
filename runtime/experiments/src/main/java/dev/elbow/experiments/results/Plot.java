package dev.elbow.experiments.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.experiments.grid.PlotOptions;
import dev.elbow.runs.MetricsLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Points of a plot: a line for each setting of the axes that are not fixed and not the x.
 *
 * @param xTitle of the horizontal axis
 * @param yTitle of the vertical axis
 * @param lines by name
 */
record Plot(String title, String xTitle, String yTitle, Map<String, List<Point>> lines) {

  /** One value. */
  record Point(double x, double y) {}

  /** The points that the settings have. */
  static Plot of(PlotOptions options, List<Setting> settings, SettingName names) {
    List<Setting> chosen =
        settings.stream().filter(s -> options.where().matches(s.coordinates())).toList();
    List<String> varying =
        names.axes().stream()
            .filter(axis -> !axis.equals(options.x()) && values(axis, chosen) > 1)
            .toList();
    Map<String, List<Point>> lines = new LinkedHashMap<>();
    for (Setting setting : chosen) {
      String name =
          String.join(
              ", ", varying.stream().map(a -> names.title(a, setting.coordinates())).toList());
      List<Point> points = points(options, setting);
      if (!points.isEmpty()) {
        lines
            .computeIfAbsent(name.isEmpty() ? options.y() : name, n -> new ArrayList<>())
            .addAll(points);
      }
    }
    return new Plot(options.title(), options.x(), options.y(), lines);
  }

  private static int values(String axis, List<Setting> settings) {
    Set<String> values = new LinkedHashSet<>();
    settings.forEach(setting -> values.add(setting.coordinates().get(axis)));
    return values.size();
  }

  private static List<Point> points(PlotOptions options, Setting setting) {
    if (options.x().equals(PlotOptions.EPOCH)) {
      return epochs(options.y(), setting.cells().get(0));
    }
    double x = Double.parseDouble(setting.coordinates().get(options.x()));
    return setting
        .summary(options.y())
        .filter(summary -> Double.isFinite(summary.mean()))
        .map(summary -> List.of(new Point(x, summary.mean())))
        .orElse(List.of());
  }

  /** From the log of the first seed. */
  private static List<Point> epochs(String key, CellResult cell) {
    List<Point> points = new ArrayList<>();
    for (ObjectNode line : new MetricsLog(cell.folder().resolve("metrics.jsonl")).readAll()) {
      JsonNode value = value(line, key);
      if (value.isNumber()) {
        points.add(new Point(line.path("epoch").asDouble(), value.asDouble()));
      }
    }
    return points;
  }

  /** {@code train.objective}, or {@code metrics.} and a figure's name, which has a dot itself. */
  private static JsonNode value(ObjectNode line, String key) {
    int dot = key.indexOf('.');
    JsonNode node =
        dot < 0 ? line.path(key) : line.path(key.substring(0, dot)).path(key.substring(dot + 1));
    return node.isObject() ? node.path("value") : node;
  }
}
