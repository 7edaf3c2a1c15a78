package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossChartTest {

  private static final int TRAIN = 0x0072b2;
  private static final int VALIDATION = 0xd55e00;

  private @TempDir Path folder;

  @Test
  void drawsEverySplitInBothPanels() throws IOException {
    assumeTrue(Fonts.problem().isEmpty(), "this machine can draw text");
    BufferedImage chart =
        draw(
            List.of(
                new EpochPoint("train", 1, 190, 170, Map.of("kl", 20.0)),
                new EpochPoint("train", 2, 150, 125, Map.of("kl", 25.0)),
                new EpochPoint("validation", 1, 195, 174, Map.of("kl", 21.0)),
                new EpochPoint("validation", 2, 155, 129, Map.of("kl", 26.0))));
    assertThat(chart.getWidth()).isEqualTo(900);
    assertThat(chart.getHeight()).isEqualTo(600);
    assertThat(chart.getRGB(0, 0) & 0xffffff).as("light background").isEqualTo(0xffffff);
    for (int color : new int[] {TRAIN, VALIDATION}) {
      assertThat(pixels(chart, color, 0, 320)).as("upper panel").isGreaterThan(500);
      assertThat(pixels(chart, color, 320, 600)).as("lower panel").isGreaterThan(500);
    }
  }

  @Test
  void leavesOutWhatIsNotFinite() throws IOException {
    assumeTrue(Fonts.problem().isEmpty(), "this machine can draw text");
    BufferedImage chart =
        draw(
            List.of(
                new EpochPoint("train", 1, 190, Double.NaN, Map.of("kl", Double.NaN)),
                new EpochPoint("train", 2, Double.POSITIVE_INFINITY, 125, Map.of("kl", 25.0)),
                new EpochPoint("validation", 1, Double.NaN, Double.NaN, Map.of("kl", Double.NaN))));
    assertThat(pixels(chart, TRAIN, 0, 320)).isPositive();
    assertThat(pixels(chart, VALIDATION, 0, 600)).isZero();
  }

  @Test
  void drawsEqualValuesAndTermsThatWereNeverMeasured() throws IOException {
    assumeTrue(Fonts.problem().isEmpty(), "this machine can draw text");
    BufferedImage chart =
        draw(
            List.of(
                new EpochPoint("other", 1, 5, Double.NaN, Map.of("kl", Double.NaN)),
                new EpochPoint("other", 2, 5, Double.NaN, Map.of("kl", Double.NaN))));
    assertThat(chart).isNotNull();
  }

  @Test
  void withoutAnyFiniteLossThereIsNoChart() {
    Path file = folder.resolve("loss.png");
    assertThat(LossChart.write(file, "t", "-ELBO", List.of())).isFalse();
    List<EpochPoint> nothing =
        List.of(new EpochPoint("train", 1, Double.NaN, 1, Map.of("kl", 1.0)));
    assertThat(LossChart.write(file, "t", "-ELBO", nothing)).isFalse();
    assertThat(file).doesNotExist();
  }

  private BufferedImage draw(List<EpochPoint> points) throws IOException {
    Path file = folder.resolve("images/loss.png");
    assertThat(LossChart.write(file, "title", "-ELBO", points)).isTrue();
    return ImageIO.read(file.toFile());
  }

  private static long pixels(BufferedImage image, int color, int top, int bottom) {
    long count = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += (image.getRGB(x, y) & 0xffffff) == color ? 1 : 0;
      }
    }
    return count;
  }
}
