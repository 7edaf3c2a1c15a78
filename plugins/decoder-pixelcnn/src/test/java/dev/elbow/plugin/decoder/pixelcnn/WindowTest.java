package dev.elbow.plugin.decoder.pixelcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.decoder.pixelcnn.PixelCnnOptions.Likelihood;
import dev.elbow.spi.DataShape;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;

/** A step computes the logits of one pixel from a window: they are those of the whole image. */
class WindowTest {
  private static final int BATCH = 2;

  @ParameterizedTest(name = "{0} {1}x{2}x{3}, {4} layers, windows of {5} and {6}, network {7}")
  @CsvSource({
    "BERNOULLI, 1, 6, 5, 3, 3, 3, false",
    "BERNOULLI, 1, 5, 6, 1, 5, 3, true",
    "BERNOULLI, 1, 3, 2, 2, 7, 5, true",
    "BERNOULLI, 1, 4, 1, 4, 3, 3, false",
    "BERNOULLI, 3, 3, 4, 2, 3, 3, true",
    "CATEGORICAL, 1, 3, 4, 2, 3, 3, false",
    "CATEGORICAL, 2, 1, 3, 2, 3, 3, false",
  })
  void logitsOfEachStepAreThoseOfTheWholeImage(
      Likelihood likelihood,
      int channels,
      int height,
      int width,
      int layers,
      int firstKernel,
      int kernel,
      boolean network) {
    DataShape shape = new DataShape(channels, height, width);
    PixelCnnOptions options =
        new PixelCnnOptions(
            likelihood,
            layers,
            3,
            firstKernel,
            kernel,
            network ? Optional.of(Decoders.LINEAR) : Optional.empty(),
            2);
    PixelCnnDecoder decoder = Decoders.of(options, shape);
    Bench bench = new Bench();
    SDVariable x = bench.input("x", Decoders.uniform(1, BATCH, shape.features()));
    SDVariable z = bench.input("z", Decoders.uniform(2, BATCH, Decoders.LATENT));
    SDVariable step = bench.scalar("step", 0);
    SDVariable output = decoder.output(bench.graph(), z);
    SDVariable whole =
        decoder.logits(bench.graph(), new WholeImage(), Decoders.image(x, shape), output);
    PixelPlace place = PixelPlace.of(step, shape);
    SDVariable one =
        ((PixelSampling) decoder.stepwise().orElseThrow()).logits(bench.graph(), x, output, place);
    bench.shaken(3);
    double[][] expected = bench.matrix(whole);
    for (int i = 0; i < shape.features(); i++) {
      bench.feed("step", i);
      double[][] actual = bench.matrix(one);
      for (int b = 0; b < BATCH; b++) {
        assertThat(actual[b])
            .describedAs("step %d of image %d", i, b)
            .containsExactly(expected[b * shape.features() + i], within(1e-12));
      }
    }
  }
}
