package dev.elbow.experiments.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.runs.AtomicFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an experiment notes beside a run, in {@code cell.json}: a run says what it is, but not with
 * which metrics it was evaluated.
 *
 * @param step of the newest checkpoint when it was evaluated
 * @param metrics that were measured, complete, on one line each
 * @param refused metrics that do not apply to the model, with the reason
 * @param seconds that evaluating took, all in all
 */
record CellRecord(long step, List<String> metrics, Map<String, String> refused, double seconds) {
  private static final String FILE = "cell.json";

  CellRecord {
    metrics = List.copyOf(metrics);
  }

  static CellRecord none(long step) {
    return new CellRecord(step, List.of(), Map.of(), 0);
  }

  /** What was noted of the run at this step; nothing if it went on since. */
  static CellRecord read(Path folder, long step) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return none(step);
    }
    try {
      JsonNode json = JsonMapper.builder().build().readTree(Files.readString(file));
      return json.path("step").asLong(-1) == step ? of(json) : none(step);
    } catch (JsonProcessingException damaged) {
      return none(step);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CellRecord of(JsonNode json) {
    List<String> metrics = new ArrayList<>();
    json.path("metrics").forEach(metric -> metrics.add(metric.asText()));
    Map<String, String> refused = new LinkedHashMap<>();
    json.path("notMeasured")
        .properties()
        .forEach(e -> refused.put(e.getKey(), e.getValue().asText()));
    return new CellRecord(
        json.path("step").asLong(), metrics, refused, json.path("seconds").asDouble());
  }

  /** The record with more metrics. */
  CellRecord with(List<String> more, Map<String, String> reasons, double moreSeconds) {
    List<String> all = new ArrayList<>(metrics);
    more.stream().filter(metric -> !all.contains(metric)).forEach(all::add);
    Map<String, String> allReasons = new LinkedHashMap<>(refused);
    allReasons.putAll(reasons);
    return new CellRecord(step, all, allReasons, seconds + moreSeconds);
  }

  void write(Path folder) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("step", step);
    metrics.forEach(json.putArray("metrics")::add);
    ObjectNode reasons = json.putObject("notMeasured");
    refused.forEach(reasons::put);
    json.put("seconds", seconds);
    AtomicFiles.write(folder.resolve(FILE), json.toPrettyString() + "\n");
  }
}
