package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.runs.Figure;
import java.nio.file.Path;
import java.util.Map;

/** What programs read of a run. */
final class RunJson {
  private RunJson() {}

  /** {@code {"run": "/absolute/path"}}, to be added to. */
  static ObjectNode of(Path run) {
    return JsonNodeFactory.instance.objectNode().put("run", absolute(run));
  }

  /** The same with the file that was written: {@code "out"}. */
  static ObjectNode of(Path run, Path out) {
    return of(run).put("out", absolute(out));
  }

  private static String absolute(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  /** Name to value, unit, bound, and standard error where there is one. */
  static ObjectNode metrics(Map<String, Figure> metrics) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    metrics.forEach((name, metric) -> json.set(name, metric(metric)));
    return json;
  }

  /** Every metric says whether it is a bound, also those to which the notion does not apply. */
  private static ObjectNode metric(Figure metric) {
    ObjectNode json = metric.toJson();
    if (metric.bound().isEmpty()) {
      json.put("bound", false);
    }
    return json;
  }
}
