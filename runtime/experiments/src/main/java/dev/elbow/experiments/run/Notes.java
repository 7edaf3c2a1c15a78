package dev.elbow.experiments.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.experiments.grid.Cell;
import dev.elbow.runs.AtomicFiles;
import dev.elbow.runs.Figure;
import dev.elbow.runs.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what a command told beside what it wrote. */
final class Notes {
  private final CellFolders folders;

  Notes(CellFolders folders) {
    this.folders = folders;
  }

  /** Notes what a command that went well has measured. */
  void keep(Cell cell, Job job, JobResult result) {
    if (job.kind() == Job.Kind.AUDIT) {
      audited(cell, result.json());
    }
    if (job.kind() == Job.Kind.EVALUATE || job.kind() == Job.Kind.AUDIT) {
      evaluated(cell, job, result.json());
    } else if (job.kind() == Job.Kind.PCA) {
      analysed(cell, result.json());
    }
  }

  private void evaluated(Cell cell, Job job, JsonNode json) {
    Path folder = folders.run(cell);
    Map<String, String> refused = new LinkedHashMap<>();
    json.path("notMeasured")
        .properties()
        .forEach(e -> refused.put(e.getKey(), e.getValue().asText()));
    CellRecord.read(folder, CellInspector.step(RunFolder.open(folder)))
        .with(
            job.metrics().stream().map(FlowYaml::write).toList(),
            refused,
            json.path("seconds").asDouble())
        .write(folder);
  }

  private void audited(Cell cell, JsonNode audit) {
    Path file = folders.run(cell).resolve(CellInspector.FIGURES);
    try {
      ObjectNode figures =
          (ObjectNode) JsonMapper.builder().build().readTree(Files.readString(file));
      Audit.addTo(figures, audit);
      AtomicFiles.write(file, figures.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The figures of a principal component analysis, as a run would have them. */
  private void analysed(Cell cell, JsonNode json) {
    Path folder = folders.run(cell);
    JsonNode row = json.at("/components/0");
    Figure error = Figure.of(row.path("pca").asDouble(), json.path("unit").asText());
    Figure kept = Figure.of(row.path("varianceKept").asDouble(), "part of the variance");
    ObjectNode figures = JsonNodeFactory.instance.objectNode();
    figures.set("test.reconstructionError", error.toJson());
    figures.set("train.varianceKept", kept.toJson());
    new CellRecord(0, List.of(), Map.of(), json.path("seconds").asDouble()).write(folder);
    AtomicFiles.write(folder.resolve(CellInspector.FIGURES), figures.toPrettyString() + "\n");
  }
}
