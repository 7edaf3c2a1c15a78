package dev.elbow.experiments.run;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.YamlReader;
import dev.elbow.experiments.grid.Cell;
import dev.elbow.experiments.grid.CellCommand;
import dev.elbow.experiments.run.RunListener.ActiveCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cells and runs by hand: what {@code elbow} would leave, without it. */
final class Runs {
  static final Resolution AS_WRITTEN =
      new Resolution() {
        @Override
        public MapNode configuration(ConfigNode written) {
          return (MapNode) written;
        }

        @Override
        public ConfigNode metric(ConfigNode written) {
          return written;
        }
      };

  private Runs() {}

  static Cell cell(String name, String... metrics) {
    return cell(name, 3, metrics);
  }

  static Cell cell(String name, int epochs, String... metrics) {
    String yaml = "{name: %s, model: {latent: 2}, training: {epochs: %d}}".formatted(name, epochs);
    List<ConfigNode> list = new ArrayList<>();
    for (String metric : metrics) {
      list.add(YamlReader.read(metric, "metrics"));
    }
    return new Cell(
        name,
        Map.of("model", name),
        1,
        CellCommand.TRAIN,
        (MapNode) YamlReader.read(yaml, name),
        list);
  }

  /** A run of so many epochs, ended or not. */
  static void leave(Path folder, String configuration, int epochs, boolean ended) {
    write(folder.resolve("config.yaml"), configuration);
    write(folder.resolve("manifest.json"), "{}");
    StringBuilder log = new StringBuilder();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      log.append("{\"step\":%d,\"epoch\":%d,\"seconds\":%d}\n".formatted(epoch, epoch, 10 * epoch));
    }
    write(folder.resolve("metrics.jsonl"), log.toString());
    if (ended) {
      write(
          folder.resolve("evaluation.json"),
          "{\"test.negativeElbo\": {\"value\": 100, \"unit\": \"nats\"}}");
    }
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hears nothing. */
  static final class Silent implements RunListener {
    final List<String> waited = new ArrayList<>();

    @Override
    public void finished(Cell cell, boolean before) {}

    @Override
    public void failed(Cell cell, String reason) {}

    @Override
    public void waiting(Cell cell) {
      waited.add(cell.name());
    }

    @Override
    public void going(List<ActiveCell> active, int left) {}
  }
}
