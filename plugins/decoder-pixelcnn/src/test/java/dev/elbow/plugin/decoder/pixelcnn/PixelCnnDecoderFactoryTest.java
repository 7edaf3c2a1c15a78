package dev.elbow.plugin.decoder.pixelcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.plugin.decoder.pixelcnn.PixelCnnOptions.Likelihood;
import dev.elbow.spi.Bound;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.InputException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelCnnDecoderFactoryTest {
  private static final DataShape IMAGE = new DataShape(1, 3, 3);

  @Test
  void vectorsAreRefused() {
    refused(Decoders.bernoulli(), DataShape.vector(9), DataValues.BINARY)
        .hasMessageStartingWith("DECODER-SHAPE")
        .hasMessageContaining("found vectors of 9");
  }

  @Test
  void realValuedDataAreRefused() {
    refused(Decoders.bernoulli(), IMAGE, DataValues.REAL)
        .hasMessageStartingWith("DECODER-DATA")
        .hasMessageContainingAll("real values", "gaussian");
  }

  @Test
  void binarisedDataAreRefusedWhereGreyLevelsAreScored() {
    refused(Decoders.options(Likelihood.CATEGORICAL, Optional.empty()), IMAGE, DataValues.BINARY)
        .hasMessageStartingWith("DECODER-DATA")
        .hasMessageContainingAll("zeros and ones alone", "likelihood: bernoulli");
  }

  @ParameterizedTest
  @CsvSource({"4, 3, firstKernel, 3 or 5", "7, 6, kernel, 5 or 7"})
  void evenWindowsAreRefused(int first, int later, String option, String fix) {
    PixelCnnOptions options =
        new PixelCnnOptions(Likelihood.BERNOULLI, 2, 2, first, later, Optional.empty(), 1);
    refused(options, IMAGE, DataValues.BINARY)
        .hasMessageStartingWith("DECODER-KERNEL")
        .hasMessageContainingAll("odd " + option, fix);
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(
      PixelCnnOptions options, DataShape shape, DataValues values) {
    return assertThatThrownBy(() -> Decoders.create(options, shape, values))
        .isInstanceOf(InputException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "BERNOULLI, BINARY, true, log p(x)",
    "BERNOULLI, UNIT_INTERVAL, false, grey-scale cross-entropy is not a log-probability of x",
    "BERNOULLI, REAL, false, the data are not probabilities",
    "CATEGORICAL, UNIT_INTERVAL, true, 'log P(x), x of 256 levels'",
    "CATEGORICAL, REAL, false, 'the data are not levels from 0 to 255, divided by 255'",
  })
  void itSaysWhatTheScoreIsALogProbabilityOf(
      Likelihood likelihood, DataValues values, boolean holds, String reason) {
    PixelCnnDecoder decoder = Decoders.of(Decoders.options(likelihood, Optional.empty()), IMAGE);
    assertThat(decoder.bound(values)).isEqualTo(new Bound(holds, reason));
  }

  @Test
  void aNetworkGivesAnImageOfFeaturesAndNoneAShiftOfEachGate() {
    assertThat(Decoders.of(Decoders.bernoulli(), IMAGE).outputWidth()).isEqualTo(3 * 2 * 2 * 4);
    PixelCnnOptions spatial = Decoders.options(Likelihood.BERNOULLI, Optional.of(Decoders.LINEAR));
    assertThat(Decoders.of(spatial, IMAGE).outputWidth()).isEqualTo(2 * 9);
  }
}
