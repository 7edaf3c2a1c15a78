package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.command.BenchmarkVariants.Variant;
import dev.elbow.cli.output.Numbers;
import dev.elbow.cli.output.Table;
import dev.elbow.engine.training.StepTimes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code elbow benchmark} says. */
final class BenchmarkText {

  /**
   * One configuration.
   *
   * @param times empty if it was refused
   * @param problem why; empty otherwise
   */
  record Row(Variant variant, Optional<StepTimes> times, String problem) {}

  private BenchmarkText() {}

  static Table table(List<Row> rows) {
    Table table = new Table(2).right(0).right(1).right(2).right(3).right(4);
    table.row("ms/step", "10 to 90 %", "cpu ms", "parameters", "memory", "");
    for (Row row : rows) {
      if (row.times().isEmpty()) {
        table.row("-", "", "", "", "", row.variant().label() + ": " + row.problem());
        continue;
      }
      StepTimes times = row.times().get();
      table.row(
          milliseconds(times.median()),
          milliseconds(times.low()) + " to " + milliseconds(times.high()),
          milliseconds(times.processor()),
          Numbers.count(times.parameters()),
          Numbers.bytes(times.peakMemory()),
          row.variant().label());
    }
    return table;
  }

  private static String milliseconds(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  static ObjectNode json(List<Row> rows, int warmup, int steps) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("warmup", warmup).put("steps", steps);
    ArrayNode results = json.putArray("results");
    for (Row row : rows) {
      ObjectNode result = results.addObject().put("variant", row.variant().label());
      if (row.times().isEmpty()) {
        result.put("refused", row.problem());
      } else {
        describe(row.times().get(), result);
      }
    }
    return json;
  }

  private static void describe(StepTimes times, ObjectNode result) {
    result.put("parameters", times.parameters()).put("medianMilliseconds", times.median());
    result.put("lowMilliseconds", times.low()).put("highMilliseconds", times.high());
    result.put("cpuMilliseconds", times.processor()).put("peakBytes", times.peakMemory());
    ArrayNode points = result.putArray("residentBytes");
    times.memory().forEach(point -> points.addArray().add(point.step()).add(point.bytes()));
  }
}
