package dev.elbow.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes of convolutions, without a graph. */
class ConvolutionTest {
  private static final DataShape IMAGE = new DataShape(3, 7, 5);

  @ParameterizedTest
  @CsvSource({"1,7,5", "2,4,3", "3,3,2", "4,2,2", "7,1,1", "9,1,1"})
  void aStridedConvolutionDividesAndRoundsUp(int stride, int height, int width) {
    assertThat(Convolution.strided(IMAGE, 8, 3, stride).to())
        .isEqualTo(new DataShape(8, height, width));
  }

  @ParameterizedTest
  @CsvSource({"1,7,5", "2,4,3", "3,3,2", "4,2,2", "7,1,1", "9,1,1"})
  void aTransposedConvolutionStartsWhereTheStridedOneEnds(int stride, int height, int width) {
    DataShape from = new DataShape(8, height, width);
    assertThat(Convolution.transpose(from, IMAGE, 9, stride).to()).isEqualTo(IMAGE);
  }

  @Test
  void sizesThatDoNotFitTheStrideAreRefused() {
    assertThatThrownBy(() -> Convolution.transpose(new DataShape(8, 4, 4), IMAGE, 3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 8x4x3")
        .hasMessageContaining("found 8x4x4");
    assertThatThrownBy(() -> new Convolution(IMAGE, IMAGE, 3, 2, false, true))
        .hasMessageContaining("expected 3x4x3");
  }

  @Test
  void aTransposedKernelSmallerThanItsStrideIsRefused() {
    assertThatThrownBy(() -> Convolution.transpose(new DataShape(8, 4, 3), IMAGE, 1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least the stride 2")
        .hasMessageContaining("found 1");
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,0", "-1,2"})
  void anEmptyKernelOrStrideIsRefused(int kernel, int stride) {
    assertThatThrownBy(() -> Convolution.strided(IMAGE, 8, kernel, stride))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The window over all input channels; transposed, each output sees 1/stride^2 of it. */
  @Test
  void theFanInCountsTheInputsOfAnOutput() {
    assertThat(Convolution.strided(IMAGE, 8, 4, 2).fanIn()).isEqualTo(48);
    assertThat(Convolution.transpose(new DataShape(8, 4, 3), IMAGE, 4, 2).fanIn()).isEqualTo(32);
  }

  @Test
  void theBiasCanBeLeftOut() {
    Convolution convolution = Convolution.strided(IMAGE, 8, 3, 2);
    assertThat(convolution.bias()).isTrue();
    assertThat(convolution.withoutBias())
        .isEqualTo(new Convolution(IMAGE, convolution.to(), 3, 2, false, false));
  }
}
