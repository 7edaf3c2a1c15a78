package dev.elbow.plugin.decoder.pixelcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.decoder.pixelcnn.PixelCnnOptions.Likelihood;
import dev.elbow.spi.DataShape;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;

class NormalisationTest {

  @ParameterizedTest(name = "{0}x{1}x{2}")
  @CsvSource({"1, 2, 3", "1, 3, 1", "2, 1, 2", "3, 1, 1", "2, 2, 2"})
  void probabilitiesOfAllBinaryImagesAddUpToOne(int channels, int height, int width) {
    DataShape shape = new DataShape(channels, height, width);
    PixelCnnDecoder decoder = Decoders.of(Decoders.bernoulli(), shape);
    assertThat(total(decoder, Decoders.binary(shape.features()))).isCloseTo(1, within(1e-9));
  }

  @Test
  void probabilitiesOfAllImagesOfTwoGreyPixelsAddUpToOne() {
    PixelCnnOptions options = Decoders.options(Likelihood.CATEGORICAL, Optional.empty());
    PixelCnnDecoder decoder = Decoders.of(options, new DataShape(1, 2, 1));
    double sum = 0;
    for (int first = 0; first < 256; first++) {
      double upper = first / 255.0;
      double[][] images =
          IntStream.range(0, 256)
              .mapToObj(second -> new double[] {upper, second / 255.0})
              .toArray(double[][]::new);
      sum += first % 51 == 0 ? total(decoder, images) : 0;
    }
    assertThat(sum).isPositive();
  }

  private static double total(PixelCnnDecoder decoder, double[][] images) {
    Bench bench = new Bench();
    SDVariable x = bench.input("x", images);
    SDVariable z = bench.input("z", Decoders.repeated(Decoders.CODE, images.length));
    SDVariable output = decoder.output(bench.graph(), z);
    SDVariable nll = decoder.negativeLogLikelihood(bench.graph(), x, output);
    return Arrays.stream(bench.shaken(4).vector(nll)).map(v -> Math.exp(-v)).sum();
  }
}
