package dev.elbow.plugin.decoder.pixelcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.decoder.pixelcnn.PixelCnnOptions.Likelihood;
import dev.elbow.spi.DataShape;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;

class NormalisationTest {
  /** Levels of the first pixel that are tried at once. */
  private static final int FIRST = 8;

  @ParameterizedTest(name = "{0}x{1}x{2}")
  @CsvSource({"1, 2, 3", "1, 3, 1", "2, 1, 2", "3, 1, 1", "2, 2, 2"})
  void probabilitiesOfAllBinaryImagesAddUpToOne(int channels, int height, int width) {
    DataShape shape = new DataShape(channels, height, width);
    Total total =
        new Total(
            Decoders.of(Decoders.bernoulli(), shape), shape.features(), 1 << shape.features());
    assertThat(total.of(Decoders.binary(shape.features()))).isCloseTo(1, within(1e-9));
  }

  @ParameterizedTest(name = "{0}x{1}x1")
  @CsvSource({"1, 2", "2, 1"})
  void probabilitiesOfAllImagesOfTwoGreyValuesAddUpToOne(int channels, int height) {
    PixelCnnOptions options =
        new PixelCnnOptions(Likelihood.CATEGORICAL, 1, 4, 5, 3, Optional.empty(), 1);
    Total total =
        new Total(Decoders.of(options, new DataShape(channels, height, 1)), 2, 256 * FIRST);
    double sum = 0;
    for (int first = 0; first < 256; first += FIRST) {
      double from = first;
      sum +=
          total.of(
              IntStream.range(0, 256 * FIRST)
                  .mapToObj(i -> new double[] {(from + i / 256) / 255, i % 256 / 255.0})
                  .toArray(double[][]::new));
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
  }

  /** The sum of p(x|z) over images, for one z. */
  private static final class Total {
    private final Bench bench = new Bench();
    private final SDVariable nll;

    Total(PixelCnnDecoder decoder, int features, int images) {
      SDVariable x = bench.input("x", new double[images][features]);
      SDVariable z = bench.input("z", Decoders.repeated(Decoders.CODE, images));
      SDVariable output = decoder.output(bench.graph(), z);
      nll = decoder.negativeLogLikelihood(bench.graph(), x, output);
      bench.shaken(4);
    }

    double of(double[][] images) {
      bench.feed("x", images);
      return Arrays.stream(bench.vector(nll)).map(v -> Math.exp(-v)).sum();
    }
  }
}
