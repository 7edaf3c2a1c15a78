package dev.elbow.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.runs.Pictures;
import dev.elbow.spi.DataShape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataUriTest {
  private @TempDir Path folder;

  @Test
  void aSmallPictureIsInThePageAsItIs() throws IOException {
    Path file = folder.resolve("small.png");
    Pictures.write(Pictures.grid(new float[4], 1, new DataShape(1, 2, 2), 1), file);
    String uri = DataUri.of(file).orElseThrow();
    assertThat(uri).startsWith("data:image/png;base64,");
    assertThat(bytes(uri)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void aPictureOfManyBytesBecomesASmallerOne() throws IOException {
    Path file = folder.resolve("noise.png");
    Random random = new Random(1);
    BufferedImage noise = new BufferedImage(1500, 900, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 900; y++) {
      for (int x = 0; x < 1500; x++) {
        int level = 64 * (random.nextInt(4));
        noise.setRGB(x, y, level << 16 | level << 8 | level);
      }
    }
    Pictures.write(noise, file);
    String uri = DataUri.of(file).orElseThrow();
    assertThat(uri).startsWith("data:image/jpeg;base64,");
    assertThat(bytes(uri).length).isLessThan((int) Files.size(file));
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes(uri)));
    assertThat(read.getWidth()).isEqualTo(1100);
    assertThat(read.getHeight()).isEqualTo(660);
  }

  @Test
  void aFileThatIsMissingIsLeftOut() {
    assertThat(DataUri.of(folder.resolve("none.png"))).isEmpty();
  }

  private static byte[] bytes(String uri) {
    return Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
  }
}
