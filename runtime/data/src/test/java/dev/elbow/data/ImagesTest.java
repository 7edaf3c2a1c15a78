package dev.elbow.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.spi.DataShape;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImagesTest {
  private static final DataShape SHAPE = new DataShape(1, 1, 2);
  private final Images images =
      Images.of(SHAPE, new byte[] {0, 51, (byte) 255, 1, 2, 3}, Optional.of(new byte[] {7, 8, -1}));

  @Test
  void pixelsAreCopiedDividedBy255() {
    float[] target = {9, 9, 9, 9};
    images.copy(0, target, 1);
    assertThat(target).containsExactly(9, 0, 0.2f, 9);
    images.copy(1, target, 2);
    assertThat(target).containsExactly(9, 0, 1, 1 / 255f);
  }

  @Test
  void bytesAreUnsigned() {
    assertThat(images.pixel(1, 0)).isEqualTo(255);
    assertThat(images.label(2)).hasValue(255);
  }

  @Test
  void aSliceIsAsIfItHadBeenReadAlone() {
    Images alone = Images.of(SHAPE, new byte[] {-1, 1, 2, 3}, Optional.of(new byte[] {8, -1}));
    Images slice = images.slice(1, 3);
    assertThat(slice.count()).isEqualTo(2);
    assertThat(slice.label(0)).hasValue(8);
    assertThat(slice.pixel(1, 1)).isEqualTo(3);
    assertThat(slice.sha256()).isEqualTo(alone.sha256());
    assertThat(slice.slice(1, 2).pixel(0, 0)).isEqualTo(2);
  }

  /** {@code printf '1 1 2 1\n\001\002no labels\n' | sha256sum}. */
  @Test
  void theDigestIsSha256OfShapeCountPixelsAndLabels() {
    assertThat(Images.of(SHAPE, new byte[] {1, 2}, Optional.empty()).sha256())
        .isEqualTo("309f170aa3f190d35ed072c61117811229b79b4849f810cf3ba1bbe0fdb81f12");
    assertThat(Images.of(SHAPE, new byte[] {1, 2}, Optional.of(new byte[] {3})).sha256())
        .isEqualTo("ebc8a3baf3e4a750f9f2139f529bf441f1445bda3f58b7707a848c00d7c9d9c3");
  }

  @Test
  void theDigestTellsShapesPixelsAndLabelsApart() {
    byte[] pixels = {1, 2, 3, 4};
    Optional<byte[]> none = Optional.empty();
    assertThat(
            java.util.Set.of(
                Images.of(SHAPE, pixels, none).sha256(),
                Images.of(new DataShape(1, 2, 1), pixels, none).sha256(),
                Images.of(new DataShape(1, 1, 4), pixels, none).sha256(),
                Images.of(SHAPE, new byte[] {1, 2, 3, 5}, none).sha256(),
                Images.of(SHAPE, pixels, Optional.of(new byte[2])).sha256()))
        .hasSize(5);
  }

  @Test
  void theArraysOfTheCallerAreNotKept() {
    byte[] pixels = {1, 2};
    Images copied = Images.of(SHAPE, pixels, Optional.empty());
    pixels[0] = 9;
    assertThat(copied.pixel(0, 0)).isEqualTo(1);
  }

  @Test
  void aPlaceOutsideIsRefused() {
    assertThatThrownBy(() -> images.slice(0, 2).pixel(2, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> images.slice(0, 2).label(2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> images.copy(0, new float[2], 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Images.of(SHAPE, new byte[3], Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Images.of(SHAPE, new byte[4], Optional.of(new byte[1])))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
