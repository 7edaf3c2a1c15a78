package dev.elbow.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.spi.DataShape;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SplitTest {

  @Test
  void withoutBinarisationValuesAreGrey() {
    Split split = split(Binarization.NONE, true, 1, 0, 51, 255);
    assertThat(split.batch(new int[] {0}, 0).pixels()).containsExactly(0, 0.2f, 1);
  }

  /** 127 / 255 = 0.498, 128 / 255 = 0.502. */
  @Test
  void theThresholdIsOneHalf() {
    Split split = split(Binarization.THRESHOLD, true, 1, 0, 127, 128, 255);
    assertThat(split.batch(new int[] {0}, 0).pixels()).containsExactly(0, 0, 1, 1);
  }

  @Test
  void stochasticBinarisationNeverChangesBlackOrWhite() {
    Split split = split(Binarization.STOCHASTIC, true, 1, 0, 255);
    for (int epoch = 0; epoch < 2_000; epoch++) {
      assertThat(split.batch(new int[] {0}, epoch).pixels()).containsExactly(0, 1);
    }
  }

  /** 20,000 draws with p = 0.2 have standard deviation 57 around 4,000. */
  @Test
  void stochasticBinarisationIsOneWithTheGreyValueAsProbability() {
    Split split = split(Binarization.STOCHASTIC, true, 100, greys(51));
    int ones = 0;
    for (int epoch = 0; epoch < 2; epoch++) {
      for (float pixel : split.batch(all(100), epoch).pixels()) {
        assertThat(pixel == 0 || pixel == 1).isTrue();
        ones += (int) pixel;
      }
    }
    assertThat(ones).isCloseTo(4_000, within(260));
  }

  @Test
  void trainingExamplesAreRedrawnForEachEpoch() {
    Split split = split(Binarization.STOCHASTIC, true, 2, greys(128));
    float[] first = split.batch(new int[] {1}, 0).pixels();
    assertThat(split.batch(new int[] {1}, 1).pixels()).isNotEqualTo(first);
    assertThat(split.batch(new int[] {0}, 0).pixels()).isNotEqualTo(first);
    assertThat(split.batch(new int[] {1}, 0).pixels()).isEqualTo(first);
  }

  @Test
  void testExamplesAreDrawnOnce() {
    Split split = split(Binarization.STOCHASTIC, false, 2, greys(128));
    assertThat(split.batch(new int[] {1}, 7).pixels())
        .isEqualTo(split.batch(new int[] {1}, 0).pixels());
  }

  @Test
  void anExampleDoesNotDependOnItsBatch() {
    Split split = split(Binarization.STOCHASTIC, true, 3, greys(128));
    float[] alone = split.batch(new int[] {1}, 4).pixels();
    float[] together = split.batch(new int[] {2, 1, 0}, 4).pixels();
    assertThat(Arrays.copyOfRange(together, 100, 200)).isEqualTo(alone);
  }

  @Test
  void anotherSeedDrawsOtherExamples() {
    Images images = images(1, greys(128));
    assertThat(
            new Split("train", images, Binarization.STOCHASTIC, 1, true).batch(all(1), 0).pixels())
        .isNotEqualTo(
            new Split("train", images, Binarization.STOCHASTIC, 2, true).batch(all(1), 0).pixels());
  }

  @Test
  void copyLeavesTheRestOfALargerTargetAlone() {
    Split split = split(Binarization.THRESHOLD, true, 2, 255, 255);
    float[] target = {9, 9, 9, 9, 9};
    split.copy(all(2), 0, target);
    assertThat(target).containsExactly(1, 1, 1, 1, 9);
    assertThatThrownBy(() -> split.copy(all(2), 0, new float[3]))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static Split split(Binarization binarize, boolean redrawn, int count, int... pixels) {
    return new Split("train", images(count, pixels), binarize, 5, redrawn);
  }

  private static Images images(int count, int... pixels) {
    byte[] bytes = new byte[count * pixels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) pixels[i % pixels.length];
    }
    return Images.of(DataShape.vector(pixels.length), bytes, Optional.empty());
  }

  private static int[] greys(int grey) {
    int[] pixels = new int[100];
    Arrays.fill(pixels, grey);
    return pixels;
  }

  private static int[] all(int count) {
    return Order.sequential(count);
  }
}
