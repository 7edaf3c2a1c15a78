package dev.elbow.experiments.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.YamlReader;
import dev.elbow.experiments.grid.Cell;
import dev.elbow.experiments.grid.CellCommand;
import dev.elbow.experiments.grid.ExperimentFile;
import dev.elbow.experiments.grid.PlotOptions;
import dev.elbow.experiments.grid.Selector;
import dev.elbow.experiments.run.CellFolders;
import dev.elbow.experiments.run.CellInspector;
import dev.elbow.experiments.run.Resolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellReaderTest {
  private static final String CONFIGURATION = "{training: {epochs: 2}}";
  private static final Resolution AS_WRITTEN =
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

  @TempDir private Path out;

  private CellResult read(String log) throws IOException {
    Cell cell =
        new Cell(
            "a-seed1",
            Map.of("model", "a"),
            1,
            CellCommand.TRAIN,
            (MapNode) YamlReader.read(CONFIGURATION, "cell"),
            List.of());
    CellFolders folders = new CellFolders(out);
    Path run = folders.run(cell);
    Files.createDirectories(run);
    Files.writeString(run.resolve("config.yaml"), CONFIGURATION);
    Files.writeString(run.resolve("manifest.json"), "{}");
    Files.writeString(run.resolve("metrics.jsonl"), log);
    Files.writeString(
        run.resolve("evaluation.json"),
        """
        {"test.kl": {"value": 20.5, "unit": "nats per example", "standardError": 0.25}}
        """);
    Files.writeString(
        run.resolve("cell.json"),
        """
        {"step": -1, "metrics": ["probe"], "notMeasured": {"probe": "no labels"}, "seconds": 5}
        """);
    return new CellReader(folders, new CellInspector(folders, AS_WRITTEN)).read(cell, "");
  }

  private static String epoch(int epoch, double mmd) {
    return """
        {"step":%d,"epoch":%d,"train":{"objective":%d},"metrics":{"test.aggregateMmd":{"value":%s}},"seconds":%d}
        """
        .formatted(epoch, epoch, 200 - epoch, mmd, 10 * epoch);
  }

  @Test
  void aCellHasItsFiguresItsEpochsAndTheTimeOfTrainingAndEvaluation() throws IOException {
    CellResult result = read(epoch(1, 0.5) + epoch(2, 0.25));

    assertThat(result.figures().get("test.kl").value()).isEqualTo(20.5);
    assertThat(result.epochs()).isEqualTo(2);
    assertThat(result.seconds()).isEqualTo(25);
    assertThat(result.refused()).containsEntry("probe", "no labels");
  }

  @Test
  void aTrainingThatDidNotEndHasNoFigures() throws IOException {
    assertThat(read(epoch(1, 0.5)).figures()).isEmpty();
  }

  @Test
  void aPlotOverTheEpochsReadsTheLogOfTheTraining() throws IOException {
    Setting setting =
        new Setting(Map.of("model", "a"), List.of(read(epoch(1, 0.5) + epoch(2, 0.25))));
    SettingName names =
        new SettingName(
            ExperimentFile.read("{name: x, base: {}, axes: {model: {a: {}}}}", "x", out));
    PlotOptions options =
        new PlotOptions("t", Selector.all(), PlotOptions.EPOCH, "metrics.test.aggregateMmd");

    assertThat(Plot.of(options, List.of(setting), names).lines().values())
        .containsExactly(List.of(new Plot.Point(1, 0.5), new Plot.Point(2, 0.25)));
  }
}
