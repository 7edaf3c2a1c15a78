package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class MemoryChartTest {
  static boolean drawsText() {
    return Fonts.problem().isEmpty();
  }

  /** The axis begins at 0: a line at half of the largest value is near the middle, not below. */
  @Test
  @EnabledIf("drawsText")
  void theAxisBeginsAtZero(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("memory.png");
    MemoryChart.write(
        file,
        "memory",
        new long[] {0, 50, 100},
        new long[] {1_000_000_000, 500_000_000, 500_000_000});
    BufferedImage image = ImageIO.read(file.toFile());
    assertThat(image.getWidth()).isEqualTo(900);
    assertThat(image.getHeight()).isEqualTo(400);
    assertThat(heightOfLine(image, 750)).isBetween(0.4, 0.6);
  }

  /** How far down the line is at this column, as a part of the height. */
  private static double heightOfLine(BufferedImage image, int x) {
    for (int y = 0; y < image.getHeight(); y++) {
      if ((image.getRGB(x, y) & 0xffffff) == ChartStyle.FIRST.getRGB() - 0xff000000) {
        return (double) y / image.getHeight();
      }
    }
    return Double.NaN;
  }
}
