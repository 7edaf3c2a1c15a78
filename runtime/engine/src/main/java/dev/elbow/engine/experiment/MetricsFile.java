package dev.elbow.engine.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.runs.AtomicFiles;
import dev.elbow.runs.Figure;
import dev.elbow.runs.RunFolder;
import java.util.Map;

/** The figures of a run, in {@code evaluation.json}. */
public final class MetricsFile {
  private MetricsFile() {}

  /** The figures, and none of those that were there before. */
  static void write(RunFolder run, Map<String, Figure> figures) {
    AtomicFiles.write(run.evaluation(), toJson(figures).toPrettyString());
  }

  /** Adds figures to those that are there, or replaces them. */
  public static void add(RunFolder run, Map<String, Figure> figures) {
    ObjectNode all = run.figures();
    all.setAll(toJson(figures));
    AtomicFiles.write(run.evaluation(), all.toPrettyString());
  }

  /** Name to value, unit, bound and standard error. */
  public static ObjectNode toJson(Map<String, Figure> figures) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    figures.forEach((name, figure) -> json.set(name, figure.toJson()));
    return json;
  }
}
