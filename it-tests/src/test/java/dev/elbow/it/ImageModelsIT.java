package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks and decoders of images inside the distribution. */
class ImageModelsIT {
  private static final String BOUND = "/metrics/test.negativeElbo/value";

  @TempDir Path folder;

  @BeforeEach
  void writeConfiguration() throws IOException {
    Configuration.writeImages(folder);
  }

  @Test
  void convolutionsTrainAndTheirRunningStatisticsComeBackFromTheCheckpoint() throws IOException {
    JsonNode trained = train("--set", "training.epochs=3").json();

    JsonNode evaluated = Elbow.in(folder).run("evaluate", "run", "--json").exits(0).json();
    assertThat(evaluated.at(BOUND).asDouble()).isEqualTo(trained.at(BOUND).asDouble(), offset(0.0));
    assertThat(evaluated.at(BOUND).asDouble()).isBetween(0.0, 64.0);
  }

  @Test
  void aPixelCnnDrawsPixelByPixelAndShowsHowFarItIs() throws IOException {
    String decoder = "model.decoder={type: pixelcnn, layers: 2, filters: 4}";
    train("--set", decoder);

    Result drawn =
        Elbow.in(folder)
            .with("ELBOW_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Delbow.terminal=true")
            .run("sample", "run", "--count", "4", "--out", "samples.png")
            .exits(0);

    assertThat(drawn.out()).contains("drawing, step ", " of 64, ", "4 samples in samples.png");
    assertThat(ImageIO.read(folder.resolve("samples.png").toFile())).isNotNull();
  }

  private Result train(String... options) throws IOException {
    String[] arguments = {"train", "images.yaml", "--out", "run", "--json", options[0], options[1]};
    return Elbow.in(folder).run(arguments).exits(0);
  }
}
