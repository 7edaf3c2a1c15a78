package dev.elbow.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.spi.DataShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.schedule.FixedSchedule;

class DesignTest {

  @Test
  void ofMnistItIsLikeLeNet() {
    assertThat(Design.of(new DataShape(1, 28, 28), 10))
        .hasToString("conv 5x5x16, max 2x2, conv 5x5x32, max 2x2, dense 128, softmax 10");
  }

  @Test
  void smallImagesHaveFewerBlocks() {
    assertThat(Design.of(new DataShape(1, 12, 12), 3).filters()).hasSize(1);
    assertThat(Design.of(new DataShape(1, 8, 8), 3))
        .hasToString("conv 5x5x16, dense 128, softmax 3");
    assertThat(Design.of(DataShape.vector(6), 2)).hasToString("dense 128, softmax 2");
  }

  /** Every size that a block may meet, channels, and images that are not square. */
  @ParameterizedTest
  @CsvSource({"1,4,4", "1,5,5", "1,8,8", "3,9,9", "1,10,10", "1,11,30", "3,32,32", "1,64,48"})
  void whateverTheSizeTheNetworkRuns(int channels, int height, int width) {
    DataShape shape = new DataShape(channels, height, width);
    Design design = Design.of(shape, 4);
    NativeThread.run(
        "test",
        () -> {
          try (Network network = new Network(design, new FixedSchedule(1e-3))) {
            network.initialize(1);
            float[] pixels = new float[2 * shape.features()];
            pixels[0] = 1;
            assertThat(network.step(pixels, new int[] {1, 3})).isFinite();
            assertThat(network.probabilities(pixels, 2)).hasSize(8).doesNotContain(Float.NaN);
            assertThat(network.features(pixels, 2)).hasSize(2 * Design.HIDDEN);
          }
          return null;
        });
  }

  @Test
  void theRateFallsToNothing() {
    FallingRate rate = new FallingRate(0.5, 10);
    assertThat(rate.valueAt(0, 0)).isEqualTo(0.5);
    assertThat(rate.valueAt(5, 0)).isEqualTo(0.25);
    assertThat(rate.valueAt(10, 0)).isZero();
    assertThat(rate.valueAt(11, 0)).isZero();
  }
}
