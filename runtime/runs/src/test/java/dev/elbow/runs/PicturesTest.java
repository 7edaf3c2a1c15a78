package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.InputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {

  private static final int BLACK = 0x000000;
  private static final int WHITE = 0xffffff;
  private static final int MAGENTA = 0xff00ff;
  private static final DataShape MNIST = new DataShape(1, 28, 28);

  @Test
  void enlargesSmallImagesThreeTimesWithTwoPixelsBetween() {
    BufferedImage grid = Pictures.grid(new float[5 * 784], 5, MNIST, 3);
    assertThat(grid.getWidth()).isEqualTo(2 + 3 * (3 * 28 + 2));
    assertThat(grid.getHeight()).isEqualTo(2 + 2 * (3 * 28 + 2));
  }

  @Test
  void placesExamplesRowByRow() {
    DataShape pixel = new DataShape(1, 2, 2);
    float[] values = new float[3 * 4];
    java.util.Arrays.fill(values, 4, 8, 1f);
    java.util.Arrays.fill(values, 8, 12, 0.5f);
    BufferedImage grid = Pictures.grid(values, 3, pixel, 2);
    int size = (grid.getWidth() - 2) / 2;
    assertThat(rgb(grid, 4, 4)).isEqualTo(BLACK);
    assertThat(rgb(grid, 4 + size, 4)).isEqualTo(WHITE);
    assertThat(rgb(grid, 4, 4 + size)).isEqualTo(0x808080);
    assertThat(rgb(grid, 4 + size, 4 + size)).as("unused place").isEqualTo(WHITE);
    assertThat(rgb(grid, 0, 0)).as("line").isEqualTo(0x8c8c8c);
  }

  @Test
  void keepsRowsAndColumnsOfAnImage() {
    // Row 0: black, white, black; row 1: white, black, black.
    BufferedImage grid =
        Pictures.grid(new float[] {0, 1, 0, 1, 0, 0}, 1, new DataShape(1, 2, 3), 1);
    assertThat(grid.getWidth()).isEqualTo(4 + 3 * 32);
    assertThat(rgb(grid, 2 + 32, 2)).isEqualTo(WHITE);
    assertThat(rgb(grid, 2 + 63, 2 + 31)).isEqualTo(WHITE);
    assertThat(rgb(grid, 2 + 64, 2)).isEqualTo(BLACK);
    assertThat(rgb(grid, 2, 2 + 32)).isEqualTo(WHITE);
    assertThat(rgb(grid, 2 + 32, 2 + 32)).isEqualTo(BLACK);
  }

  @Test
  void clampsValuesAndMarksWhatIsNotANumber() {
    float[] values = {-3, 7, Float.NaN, Float.NEGATIVE_INFINITY};
    BufferedImage pixels = Pictures.grid(values, 1, new DataShape(1, 2, 2), 1);
    int size = (pixels.getWidth() - 4) / 2;
    assertThat(rgb(pixels, 2, 2)).isEqualTo(BLACK);
    assertThat(rgb(pixels, 2 + size, 2)).isEqualTo(WHITE);
    assertThat(rgb(pixels, 2, 2 + size)).isEqualTo(MAGENTA);
    assertThat(rgb(pixels, 2 + size, 2 + size)).isEqualTo(BLACK);
  }

  @Test
  void threeChannelsAreRedGreenAndBlue() {
    BufferedImage grid = Pictures.grid(new float[] {1, 0.2f, 0}, 1, new DataShape(3, 1, 1), 1);
    assertThat(rgb(grid, 2, 2)).isEqualTo(0xff3300);
    BufferedImage none = Pictures.grid(new float[] {1, Float.NaN, 0}, 1, new DataShape(3, 1, 1), 1);
    assertThat(rgb(none, 2, 2)).isEqualTo(MAGENTA);
  }

  @Test
  void ofOtherNumbersOfChannelsTheFirstIsShown() {
    BufferedImage grid = Pictures.grid(new float[] {1, 0}, 1, new DataShape(2, 1, 1), 1);
    assertThat(rgb(grid, 2, 2)).isEqualTo(WHITE);
  }

  @Test
  void aReconstructionIsBelowItsOriginal() {
    float[] originals = new float[12];
    float[] reconstructions = new float[12];
    Arrays.fill(reconstructions, 1);
    BufferedImage pairs = Pictures.stacks(3, new DataShape(1, 2, 2), 2, originals, reconstructions);
    int size = (pairs.getWidth() - 6) / 2;
    int block = 2 * size + 2 + 10;
    assertThat(pairs.getHeight()).isEqualTo(2 + 2 * size + 2 + 10 + 2 * size + 2 + 2);
    assertThat(rgb(pairs, 2, 2)).isEqualTo(BLACK);
    assertThat(rgb(pairs, 2, 2 + size + 2)).isEqualTo(WHITE);
    assertThat(rgb(pairs, 2, 2 + block)).isEqualTo(BLACK);
    assertThat(rgb(pairs, 2, 2 + block + size + 2)).isEqualTo(WHITE);
  }

  @Test
  void vectorsAreStripsFromTheLeastToTheGreatestValue() {
    float[] values = {-5, 0, 5, Float.NaN, 5, Float.POSITIVE_INFINITY, -5, 0};
    BufferedImage strips = Pictures.grid(values, 2, DataShape.vector(4), 1);
    // The ends of the viridis map.
    assertThat(rgb(strips, 2, 2)).isEqualTo(0x440154);
    assertThat(rgb(strips, 2 + 2 * 16, 2)).isEqualTo(0xfde725);
    assertThat(rgb(strips, 2 + 3 * 16, 2)).isEqualTo(MAGENTA);
    assertThat(rgb(strips, 2 + 16, 2 + 12 + 2)).as("infinity").isEqualTo(0xfde725);
  }

  @Test
  void vectorsOfEqualValuesHaveTheMiddleColor() {
    BufferedImage strip = Pictures.grid(new float[] {3, 3}, 1, DataShape.vector(2), 1);
    // Half way between the fifth and the sixth of ten colors, 26828e and 1f9e89.
    assertThat(rgb(strip, 2, 2)).isEqualTo(0x23908c);
  }

  @Test
  void deviationsAreColoredBelowTheirImagesOnOneScale() {
    float[] images = {0, 0, 1, 1};
    float[] deviations = {0.1f, 0.1f, 0.5f, 0.5f};
    BufferedImage maps = Pictures.heatStacks(2, new DataShape(1, 2, 1), 2, deviations, images);
    int size = (maps.getWidth() - 6) / 2;
    assertThat(rgb(maps, 2, 2)).isEqualTo(BLACK);
    assertThat(rgb(maps, 2 + size + 2, 2)).isEqualTo(WHITE);
    assertThat(rgb(maps, 2, 2 + 2 * size + 2)).as("least").isEqualTo(0x440154);
    assertThat(rgb(maps, 2 + size + 2, 2 + 2 * size + 2)).as("greatest").isEqualTo(0xfde725);
  }

  @Test
  void ofSeveralChannelsTheMeanDeviationIsColored() {
    DataShape twoPixels = new DataShape(3, 1, 2);
    // Means 2 and 1: the first pixel is the greater though its red is the lesser.
    float[] deviations = {0, 1, 3, 1, 3, 1};
    BufferedImage maps = Pictures.heatStacks(1, twoPixels, 1, deviations, new float[6]);
    int scale = (maps.getWidth() - 4) / 2;
    assertThat(rgb(maps, 2, 2 + scale + 2)).isEqualTo(0xfde725);
    assertThat(rgb(maps, 2 + scale, 2 + scale + 2)).isEqualTo(0x440154);
  }

  @Test
  void deviationsOfVectorsHaveAScaleOfTheirOwn() {
    float[] deviations = {0.1f, 0.2f};
    BufferedImage maps =
        Pictures.heatStacks(1, DataShape.vector(2), 1, deviations, new float[] {0, 100});
    assertThat(rgb(maps, 2 + 16, 2 + 12 + 2)).isEqualTo(0xfde725);
  }

  @Test
  void aStripAndItsReconstructionShareOneScale() {
    BufferedImage pairs =
        Pictures.stacks(1, DataShape.vector(2), 1, new float[] {0, 1}, new float[] {0, 10});
    assertThat(rgb(pairs, 2 + 16, 2)).isNotEqualTo(0xfde725);
    assertThat(rgb(pairs, 2 + 16, 2 + 12 + 2)).isEqualTo(0xfde725);
  }

  @Test
  void hugeGridsAreNotEnlarged() {
    BufferedImage grid = Pictures.grid(new float[2000 * 784], 2000, MNIST, 100);
    assertThat(grid.getWidth()).isEqualTo(2 + 100 * (28 + 2));
  }

  @Test
  void aPictureThatNothingOpensIsRefused() {
    assertThatThrownBy(
            () -> Pictures.grid(new float[2_000_000], 2_000_000, DataShape.vector(1), 10))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("PICTURE-SIZE")
        .hasMessageContaining("fewer examples");
  }

  @Test
  void valuesThatDoNotFitTheShapeAreADefect() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pictures.grid(new float[783], 1, MNIST, 1))
        .withMessageContaining("1x28x28");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pictures.grid(new float[][] {new float[784], new float[5]}, MNIST, 1))
        .withMessage("expected 784 features, found 5 in example 1");
    assertThatIllegalArgumentException().isThrownBy(() -> Pictures.grid(new float[0], 0, MNIST, 1));
  }

  @Test
  void isWrittenAsPng(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("images/grid.png");
    Pictures.write(Pictures.grid(new float[] {1, 0, 0}, 1, new DataShape(3, 1, 1), 1), file);
    assertThat(file.toFile()).exists();
    BufferedImage read = ImageIO.read(file.toFile());
    assertThat(rgb(read, 2, 2)).isEqualTo(0xff0000);
  }

  private static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xffffff;
  }
}
