package dev.elbow.report.comparison;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.report.record.RunRecord;

/** A comparison for programs. */
public final class ComparisonJson {
  private ComparisonJson() {}

  /**
   * {@code {"runs": [...], "figures": [{"name": ..., "values": [figure or null, ...], "best": [0],
   * "notCompared": reason}], "differences": [{"key": ..., "values": [...]}], "remarks": [...]}};
   * values stand in the order of the runs, and {@code best} are places in it.
   */
  public static ObjectNode of(Comparison comparison) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode runs = json.putArray("runs");
    for (int i = 0; i < comparison.runs().size(); i++) {
      runs.add(run(comparison.runs().get(i), comparison.labels().get(i)));
    }
    ArrayNode figures = json.putArray("figures");
    comparison.figures().forEach(row -> figures.add(figure(row)));
    ArrayNode differences = json.putArray("differences");
    for (SettingRow row : comparison.differences()) {
      ArrayNode values = differences.addObject().put("key", row.key()).putArray("values");
      row.values().forEach(value -> values.add(value.orElse(null)));
    }
    comparison.remarks().forEach(json.putArray("remarks")::add);
    return json;
  }

  private static ObjectNode run(RunRecord run, String label) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("run", run.folder().path().toAbsolutePath().normalize().toString());
    json.put("label", label).put("epochs", run.epochs()).put("evaluated", run.evaluated());
    return json.put("data", run.dataName());
  }

  private static ObjectNode figure(FigureRow row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", row.name());
    ArrayNode values = json.putArray("values");
    row.figures().forEach(f -> f.ifPresentOrElse(v -> values.add(v.toJson()), values::addNull));
    ArrayNode best = json.putArray("best");
    row.ranking().best().stream().sorted().forEach(best::add);
    if (!row.ranking().remark().isEmpty()) {
      json.put(row.ranking().compared() ? "remark" : "notCompared", row.ranking().remark());
    }
    return json;
  }
}
