package dev.elbow.engine.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.runs.AtomicFiles;
import dev.elbow.runs.Figure;
import dev.elbow.runs.RunFolder;
import java.util.Map;

/** The metrics of a finished run, in {@code evaluation.json}. */
public final class MetricsFile {
  private MetricsFile() {}

  static void write(RunFolder run, Map<String, Figure> metrics) {
    AtomicFiles.write(run.path().resolve("evaluation.json"), toJson(metrics).toPrettyString());
  }

  /** Name to value, unit, bound and standard error. */
  public static ObjectNode toJson(Map<String, Figure> metrics) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    metrics.forEach((name, metric) -> json.set(name, metric.toJson()));
    return json;
  }
}
