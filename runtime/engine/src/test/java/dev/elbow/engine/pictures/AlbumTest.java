package dev.elbow.engine.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.engine.Experiments;
import dev.elbow.runs.Picture;
import dev.elbow.runs.PictureList;
import dev.elbow.runs.RunFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlbumTest {
  private @TempDir Path folder;

  @Test
  void aFinishedRunHasAPictureOfEverythingThatItsModelHas() throws IOException {
    assertThat(drawn())
        .contains("samples.png", "reconstructions.png", "interpolations.png")
        .doesNotContain("manifold.png", "sigma.png");
    // Eight rows of nine steps between two originals, three times as large as 28 pixels.
    BufferedImage interpolations = image("interpolations.png");
    assertThat(interpolations.getWidth()).isEqualTo(2 + 11 * 86);
    assertThat(interpolations.getHeight()).isEqualTo(2 + 8 * 86);
  }

  @Test
  void aPlaneOfCodesIsShownWhereThereAreTwoDimensions() throws IOException {
    assertThat(drawn("model.latent=2")).contains("manifold.png");
    assertThat(image("manifold.png").getWidth()).isEqualTo(2 + 20 * 86);
  }

  @Test
  void aSigmaForEachPixelIsMapped() throws IOException {
    assertThat(drawn("model.decoder={type: gaussian, variance: per-pixel, perPixelFrom: 0}"))
        .contains("sigma.png");
    // Two blocks of three rows: the example, its mean, its sigma.
    assertThat(image("sigma.png").getHeight()).isEqualTo(2 + 2 * (3 * 84 + 2 * 2) + 10 + 2);
  }

  @Test
  void anAutoencoderHasNoKlToShow() {
    assertThat(drawn("model.posterior=point", "objective=[]"))
        .contains("samples.png", "interpolations.png")
        .doesNotContain("kl-per-dimension.png");
  }

  @Test
  void everyPictureOnTheListHasWords() {
    drawn();
    assertThat(new PictureList(folder.resolve("run/images")).read())
        .isNotEmpty()
        .allSatisfy(
            picture -> {
              assertThat(picture.title()).isNotBlank();
              assertThat(picture.alternative()).endsWith(".");
              assertThat(picture.caption()).contains("Look for").endsWith(".");
            });
  }

  /** The files, but for charts, which a machine without fonts cannot draw. */
  private List<String> drawn(String... overrides) {
    Path run = folder.resolve("run");
    Experiments.train(run, List.of(overrides));
    return new PictureList(RunFolder.open(run).images())
        .read().stream().map(Picture::file).toList();
  }

  private BufferedImage image(String file) throws IOException {
    return ImageIO.read(folder.resolve("run/images").resolve(file).toFile());
  }
}
