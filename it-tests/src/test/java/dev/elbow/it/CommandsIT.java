package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands do with a trained run. */
class CommandsIT {
  @TempDir static Path folder;

  private static Elbow elbow;
  private static JsonNode trained;

  @BeforeAll
  static void train() throws IOException {
    Configuration.writeTiny(folder);
    elbow = Elbow.in(folder);
    trained = elbow.run("train", "tiny.yaml", "--out", "run", "--json").exits(0).json();
  }

  @Test
  void trainPrintsRunSecondsAndMetricsAsJson() {
    assertThat(Path.of(trained.path("run").asText())).hasFileName("run");
    assertThat(trained.path("seconds").asDouble()).isPositive();
    JsonNode bound = trained.path("metrics").path("test.negativeElbo");
    assertThat(bound.path("value").asDouble()).isBetween(100.0, 800.0);
    assertThat(bound.path("unit").asText()).contains("nats");
    assertThat(bound.path("bound").asBoolean()).isTrue();
    assertThat(bound.path("standardError").asDouble()).isPositive();
  }

  @Test
  void evaluateFindsWhatTrainingFound() throws IOException {
    JsonNode evaluated = elbow.run("evaluate", "run", "--json").exits(0).json();

    assertThat(evaluated.path("run").asText()).isEqualTo(trained.path("run").asText());
    assertThat(evaluated.path("seconds").asDouble()).isPositive();
    assertThat(evaluated.path("metrics")).isEqualTo(trained.path("metrics"));
  }

  @Test
  void resumeOfAFinishedRunChangesNothing() throws IOException {
    byte[] before = new Trained(folder.resolve("run")).modelBytes();

    JsonNode resumed = elbow.run("resume", "run", "--json").exits(0).json();

    assertThat(resumed.path("metrics").path("test.negativeElbo").path("value").asDouble())
        .isEqualTo(
            trained.path("metrics").path("test.negativeElbo").path("value").asDouble(),
            offset(1e-9));
    assertThat(new Trained(folder.resolve("run")).modelBytes()).isEqualTo(before);
  }

  @Test
  void sampleDrawsAsManyPicturesAsAsked() throws IOException {
    elbow.run("sample", "run", "--count", "4", "--out", "samples.png", "--json").exits(0).json();

    // One row of four: 2 + 4 x (84 + 2) by 2 + 86.
    var picture = ImageIO.read(folder.resolve("samples.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(346);
    assertThat(picture.getHeight()).isEqualTo(88);
  }

  @Test
  void reconstructDrawsPairs() throws IOException {
    elbow.run("reconstruct", "run", "--out", "pairs.png", "--json").exits(0).json();

    assertThat(ImageIO.read(folder.resolve("pairs.png").toFile())).isNotNull();
  }

  /**
   * A NumPy file of version 1.0: magic, a padded header of Python literals, little-endian floats.
   */
  @Test
  void encodeWritesOneCodeAnImage() throws IOException {
    elbow.run("encode", "run", "--out", "z.npy", "--json").exits(0).json();

    byte[] npy = Files.readAllBytes(folder.resolve("z.npy"));
    assertThat(new String(npy, 1, 5, StandardCharsets.US_ASCII)).isEqualTo("NUMPY");
    int header = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
    assertThat(new String(npy, 10, header, StandardCharsets.US_ASCII))
        .contains("'<f4'", "'shape': (1000, 3)");
    assertThat(npy).hasSize(10 + header + 1000 * 3 * Float.BYTES);
  }

  @Test
  void readingCommandsLeaveTheRunAsItIs() throws IOException {
    Map<String, Integer> before = Trained.contents(folder.resolve("run").resolve("checkpoints"));

    elbow.run("sample", "run", "--out", "again.png").exits(0);

    assertThat(Trained.contents(folder.resolve("run").resolve("checkpoints"))).isEqualTo(before);
  }
}
