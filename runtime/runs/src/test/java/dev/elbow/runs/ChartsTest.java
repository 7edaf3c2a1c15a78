package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.elbow.runs.ScatterChart.Points;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {
  private static final int CLASS_0 = 0x332288;
  private static final int CLASS_1 = 0xcc6677;
  private static final int BAR = 0x0072b2;
  private static final float NAN = Float.NaN;

  private @TempDir Path folder;

  @BeforeEach
  void needsAFont() {
    assumeTrue(Fonts.problem().isEmpty(), "this machine can draw text");
  }

  @Test
  void aClassHasItsColorWhereItsPointsAre() throws IOException {
    float[] x = {-1, -1, 1, 1};
    float[] y = {-1, -1, 1, 1};
    BufferedImage chart = scatter(new Points(x, y, Optional.of(new int[] {0, 0, 1, 1})));
    int half = 380;
    assertThat(pixels(chart, CLASS_0, 60, 400, half, 800)).as("lower left").isPositive();
    assertThat(pixels(chart, CLASS_1, 60, 0, half, 400)).as("upper left").isZero();
    assertThat(pixels(chart, CLASS_1, half, 0, 830, 400)).as("upper right").isPositive();
    assertThat(pixels(chart, CLASS_0, half, 400, 830, 800)).as("lower right").isZero();
  }

  @Test
  void pointsWithoutClassesAreDrawnInOneColor() throws IOException {
    BufferedImage chart = scatter(new Points(new float[] {0, 2}, new float[] {5, 5}, empty()));
    assertThat(pixels(chart, CLASS_0, 0, 0, 900, 800)).isPositive();
    assertThat(pixels(chart, CLASS_1, 0, 0, 900, 800)).isZero();
  }

  @Test
  void pointsThatAreNotFiniteAreLeftOutAndWithoutOthersThereIsNoChart() throws IOException {
    float[] x = {NAN, 1, 3};
    float[] y = {0, 2, Float.POSITIVE_INFINITY};
    assertThat(scatter(new Points(x, y, empty()))).isNotNull();
    Path file = folder.resolve("none.png");
    Points none = new Points(new float[] {NAN}, new float[] {1}, empty());
    assertThat(ScatterChart.write(file, "t", "x", "y", none)).isFalse();
    assertThat(file).doesNotExist();
  }

  @Test
  void barsRiseFromZeroInProportion() throws IOException {
    BufferedImage chart = bars(List.of("a", "b"), 4, 1);
    long left = pixels(chart, BAR, 0, 0, 480, 400);
    long right = pixels(chart, BAR, 480, 0, 900, 400);
    assertThat((double) left / right).isBetween(3.8, 4.2);
  }

  @Test
  void barsOfNothingAndOfNumbersThatAreNotFiniteAreNoReasonToFail() throws IOException {
    assertThat(pixels(bars(List.of("a", "b"), 0, 0), BAR, 60, 0, 900, 300)).isZero();
    assertThat(pixels(bars(List.of("a", "b"), Double.NaN, 1), BAR, 0, 0, 900, 400)).isPositive();
    Path file = folder.resolve("none.png");
    double[] none = {Double.NaN};
    assertThat(BarChart.write(file, "t", "x", "y", List.of("a"), none)).isFalse();
  }

  @Test
  void everyTermOfTheObjectiveHasAPanel() throws IOException {
    int one = lossHeight(Map.of("kl", 1.0));
    int two = lossHeight(Map.of("kl", 1.0, "mmd", 0.1));
    assertThat(one).as("the reconstruction and one term share a row").isEqualTo(600);
    assertThat(two).isEqualTo(880);
    assertThat(lossHeight(Map.of())).isEqualTo(600);
  }

  private int lossHeight(Map<String, Double> terms) throws IOException {
    Path file = folder.resolve("loss.png");
    List<EpochPoint> points = List.of(new EpochPoint("train", 1, 3, 2, terms));
    assertThat(LossChart.write(file, "t", "loss", points)).isTrue();
    return ImageIO.read(file.toFile()).getHeight();
  }

  private BufferedImage scatter(Points points) throws IOException {
    Path file = folder.resolve("scatter.png");
    assertThat(ScatterChart.write(file, "title", "x", "y", points)).isTrue();
    return ImageIO.read(file.toFile());
  }

  private BufferedImage bars(List<String> names, double... values) throws IOException {
    Path file = folder.resolve("bars.png");
    assertThat(BarChart.write(file, "title", "x", "y", names, values)).isTrue();
    return ImageIO.read(file.toFile());
  }

  private static Optional<int[]> empty() {
    return Optional.empty();
  }

  private static long pixels(
      BufferedImage image, int color, int left, int top, int right, int bottom) {
    long count = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        count += (image.getRGB(x, y) & 0xffffff) == color ? 1 : 0;
      }
    }
    return count;
  }
}
