package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code elbow train} without a file, for one epoch, and what it leaves behind. */
class QuickStartIT {
  @TempDir static Path folder;

  private static Result result;
  private static Path run;

  @BeforeAll
  static void train() throws IOException {
    result = Elbow.asShipped(folder).run("train", "--set", "training.epochs=1", "--out", "run");
    run = folder.resolve("run");
  }

  @Test
  void succeedsAndSaysWhereTheRunIsAndWhatToTryNext() {
    result.exits(0);

    assertThat(result.out() + result.err()).contains("run/").contains("elbow sample");
  }

  @Test
  void hasNothingToComplainAbout() {
    assertThat(result.err()).isEmpty();
  }

  @Test
  void callsTheFigureABoundOnlyIfThePixelsAreBinary() throws IOException {
    boolean binary =
        json(run.resolve("manifest.json")).at("/data/values").asText().equals("binary");

    assertThat(json(run.resolve("evaluation.json")).at("/test.negativeElbo/bound").asBoolean())
        .isEqualTo(binary);
    assertThat(result.out().contains("not a bound")).isEqualTo(!binary);
  }

  @Test
  void trainsOnTheEmbeddedSampleOfFashionMnist() throws IOException {
    assertThat(run.resolve("config.yaml"))
        .content()
        .contains("dataset: fashion-mnist-sample", "epochs: 1");
  }

  @Test
  void recordsPluginsSeedBackendAndDataInTheManifest() throws IOException {
    JsonNode manifest = json(run.resolve("manifest.json"));

    assertThat(manifest.path("elbow").asText()).isEqualTo(Distribution.version());
    assertThat(manifest.path("seed").isIntegralNumber()).isTrue();
    assertThat(manifest.at("/data/name").asText()).isEqualTo("fashion-mnist-sample");
    assertThat(manifest.at("/data/train").asInt()).isEqualTo(6000);
    assertThat(manifest.at("/data/test").asInt()).isEqualTo(1000);
    assertThat(manifest.at("/backend/device").asText()).isEqualTo("cpu");
    assertThat(manifest.path("plugins"))
        .isNotEmpty()
        .allSatisfy(plugin -> assertThat(plugin.path("sha256").asText()).hasSize(64));
  }

  @Test
  void logsOneLineOfMetricsAnEpoch() throws IOException {
    List<String> lines = Files.readAllLines(run.resolve("metrics.jsonl"));

    assertThat(lines).hasSize(1);
    JsonNode train = new ObjectMapper().readTree(lines.get(0)).path("train");
    assertThat(train.path("objective").asDouble())
        .isEqualTo(
            train.path("reconstruction").asDouble() + train.path("kl").asDouble(), offset(0.01));
  }

  @Test
  void savesACheckpointAfterTheEpoch() throws IOException {
    assertThat(new Trained(run).checkpoints())
        .hasSize(1)
        .allSatisfy(
            checkpoint -> assertThat(checkpoint.resolve("model.safetensors")).isNotEmptyFile());
  }

  /** 28 x 28 pixels enlarged to 84, with lines of 2 between: 2 + 8 x 86 pixels. */
  @Test
  void drawsAGridOfSamples() throws IOException {
    BufferedImage samples = image("samples.png");

    assertThat(List.of(samples.getWidth(), samples.getHeight())).containsExactly(690, 690);
    assertThat(grays(samples)).as("different grays").isGreaterThan(20);
  }

  /** Four blocks of 170 pixels, an original above its reconstruction, gaps of 10, a line around. */
  @Test
  void drawsReconstructionsBelowTheirOriginals() throws IOException {
    BufferedImage pairs = image("reconstructions.png");

    assertThat(pairs.getWidth()).isEqualTo(690);
    assertThat(pairs.getHeight()).isEqualTo(4 * 170 + 3 * 10 + 2 * 2);
    assertThat(grays(pairs)).as("different grays").isGreaterThan(20);
  }

  @Test
  void drawsTheLossCurve() throws IOException {
    assertThat(image("loss.png").getWidth()).isGreaterThan(400);
  }

  @Test
  void leavesNoTemporaryFile() throws IOException {
    assertThat(Trained.contents(run).keySet()).noneMatch(name -> name.endsWith(".tmp"));
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  private static BufferedImage image(String name) throws IOException {
    return ImageIO.read(run.resolve("images").resolve(name).toFile());
  }

  private static long grays(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(pixels).distinct().count();
  }
}
