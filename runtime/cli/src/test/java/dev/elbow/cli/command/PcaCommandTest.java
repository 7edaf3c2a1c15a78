package dev.elbow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.elbow.cli.CommandLineInterface;
import dev.elbow.cli.Output;
import dev.elbow.cli.command.PcaFigures.Row;
import dev.elbow.cli.command.PcaSource.Compared;
import dev.elbow.cli.host.Interruption;
import dev.elbow.cli.output.Terminal;
import dev.elbow.data.DataFolder;
import dev.elbow.data.DataOptions;
import dev.elbow.data.DataSplits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PcaCommandTest {
  private final Output output = new Output();

  private int runWithJson(String... args) {
    var console = output.console(Terminal.none(), true, false);
    return new CommandLineInterface(console, new Properties(), new Interruption()).run(args);
  }

  @Test
  void aDatasetNeedsNoInstallation(@TempDir Path folder) throws IOException {
    Path picture = folder.resolve("pca.png");
    String out = picture.toString();
    int code =
        runWithJson(
            "pca", "--dataset", "fashion-mnist-sample", "--components", "20,3", "--out", out);

    assertThat(code).isEqualTo(0);
    JsonNode json = new ObjectMapper().readTree(output.out());
    assertThat(json.path("trainingImages").asInt()).isEqualTo(6000);
    assertThat(json.path("testImages").asInt()).isEqualTo(1000);
    JsonNode rows = json.path("components");
    assertThat(rows.get(0).path("components").asInt()).isEqualTo(3);
    assertThat(rows.get(1).path("components").asInt()).isEqualTo(20);
    // A little more than with all 60,000 training images.
    assertThat(rows.get(1).path("pca").asDouble()).isEqualTo(0.0187, within(0.001));
    assertThat(rows.get(1).path("varianceKept").asDouble()).isBetween(0.75, 0.82);
    assertThat(json.path("out").asText()).isEqualTo(out);
    assertThat(ImageIO.read(picture.toFile()).getHeight()).isGreaterThan(2 * 3 * 28);
  }

  @Test
  void aModelStandsBesideTheComponentsOfItsSizeWithItsExcess() {
    DataFolder none = new DataFolder(Path.of("none"));
    DataSplits data = DataSplits.open(DataOptions.of("fashion-mnist-sample"), none, 0);
    List<Row> rows =
        List.of(
            new Row(2, 0.4688, 0.0461, Optional.empty()),
            new Row(20, 0.78514, 0.0187, Optional.of(0.0189)));
    Compared model = new Compared(Path.of("runs", "a"), "linear", 20, null);
    PcaFigures figures = new PcaFigures(data, rows, Optional.of(model), 1.25);

    figures.print(output.console());
    assertThat(output.out())
        .contains("principal components of fashion-mnist-sample, 6,000 training images, in 1.3 s")
        .contains("mean squared error per pixel of 1,000 test images:")
        .containsPattern("COMPONENTS +VARIANCE KEPT +PCA +linear\n")
        .containsPattern(" 2 +46.9 % +0.04610\n")
        .containsPattern(" 20 +78.5 % +0.01870 +0.01890 +\\+1.1 %\n");
    JsonNode row = figures.json().path("components").get(1);
    assertThat(row.path("model").asDouble()).isEqualTo(0.0189);
    assertThat(row.path("excess").asDouble()).isEqualTo(0.0107, within(1e-4));
    assertThat(figures.json().path("components").get(0).has("model")).isFalse();
  }
}
