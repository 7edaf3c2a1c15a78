package dev.elbow.experiments.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.experiments.grid.Cell;
import dev.elbow.experiments.run.CellFolders;
import dev.elbow.experiments.run.CellInspector;
import dev.elbow.experiments.run.CellStatus;
import dev.elbow.experiments.run.CellStatus.State;
import dev.elbow.runs.Figure;
import dev.elbow.runs.MetricsLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads from a cell's folder what it came to. */
public final class CellReader {
  private final CellFolders folders;
  private final CellInspector inspector;

  public CellReader(CellFolders folders, CellInspector inspector) {
    this.folders = folders;
    this.inspector = inspector;
  }

  /**
   * The result of a cell; one that is still to be trained has no figures.
   *
   * @param failure empty if nothing failed
   */
  public CellResult read(Cell cell, String failure) {
    Path folder = folders.run(cell);
    CellStatus status = inspector.inspect(cell);
    boolean trained = status.state() == State.FINISHED || status.state() == State.UNMEASURED;
    Map<String, Figure> figures = new LinkedHashMap<>();
    if (trained) {
      json(folder.resolve("evaluation.json"))
          .properties()
          .forEach(entry -> figures.put(entry.getKey(), Figure.of(entry.getValue())));
    }
    JsonNode noted = json(folder.resolve("cell.json"));
    Map<String, String> refused = new LinkedHashMap<>();
    noted
        .path("notMeasured")
        .properties()
        .forEach(e -> refused.put(e.getKey(), e.getValue().asText()));
    double seconds = trainingSeconds(folder) + noted.path("seconds").asDouble();
    return new CellResult(cell, figures, status.epochs(), seconds, refused, failure, folder);
  }

  /** The log's clock runs on through resumes. */
  private static double trainingSeconds(Path folder) {
    List<ObjectNode> lines = new MetricsLog(folder.resolve("metrics.jsonl")).readAll();
    return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).path("seconds").asDouble();
  }

  private static JsonNode json(Path file) {
    try {
      return Files.isRegularFile(file)
          ? JsonMapper.builder().build().readTree(Files.readString(file))
          : JsonNodeFactory.instance.objectNode();
    } catch (JsonProcessingException torn) {
      return JsonNodeFactory.instance.objectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
