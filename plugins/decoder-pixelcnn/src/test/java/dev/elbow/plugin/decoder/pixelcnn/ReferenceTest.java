package dev.elbow.plugin.decoder.pixelcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.plugin.decoder.pixelcnn.PixelCnnOptions.Likelihood;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.Network;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;

/** Against {@link PlainPixelCnn}, which takes the formulas pixel by pixel. */
class ReferenceTest {
  private static final DataShape SHAPE = new DataShape(1, 4, 5);
  private static final int BATCH = 3;

  @ParameterizedTest(name = "network {0}")
  @ValueSource(booleans = {false, true})
  void logitsAreThoseOfTheFormulas(boolean network) {
    Optional<Network> given = network ? Optional.of(Decoders.LINEAR) : Optional.empty();
    PixelCnnOptions options = new PixelCnnOptions(Likelihood.BERNOULLI, 3, 4, 5, 3, given, 2);
    PixelCnnDecoder decoder = Decoders.of(options, SHAPE);
    Bench bench = new Bench();
    double[][] images = Decoders.uniform(1, BATCH, SHAPE.features());
    SDVariable x = bench.input("x", images);
    SDVariable z = bench.input("z", Decoders.uniform(2, BATCH, Decoders.LATENT));
    SDVariable output = decoder.output(bench.graph(), z);
    SDVariable logits =
        decoder.logits(bench.graph(), new WholeImage(), Decoders.image(x, SHAPE), output);
    bench.shaken(5);
    double[] actual = bench.vector(logits);
    double[][] outputs = bench.matrix(output);
    for (int b = 0; b < BATCH; b++) {
      double[] expected = new PlainPixelCnn(bench, options, SHAPE, images[b], outputs[b]).logits();
      for (int i = 0; i < expected.length; i++) {
        assertThat(actual[b * SHAPE.features() + i])
            .describedAs("pixel %d of image %d", i, b)
            .isCloseTo(expected[i], within(1e-11));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Likelihood.class)
  void theScoreIsTheSumOverPixelsOfMinusTheLogProbability(Likelihood likelihood) {
    PixelCnnDecoder decoder = Decoders.of(Decoders.options(likelihood, Optional.empty()), SHAPE);
    Bench bench = new Bench();
    double[][] images = Decoders.uniform(1, BATCH, SHAPE.features());
    for (double[] image : images) {
      for (int i = 0; i < image.length; i++) {
        image[i] = Math.rint(255 * image[i]) / 255;
      }
    }
    SDVariable x = bench.input("x", images);
    SDVariable z = bench.input("z", Decoders.uniform(2, BATCH, Decoders.LATENT));
    SDVariable output = decoder.output(bench.graph(), z);
    SDVariable logits =
        decoder.logits(bench.graph(), new WholeImage(), Decoders.image(x, SHAPE), output);
    SDVariable nll = decoder.negativeLogLikelihood(bench.graph(), x, output);
    bench.shaken(5);
    double[][] rows = bench.matrix(logits);
    double[] actual = bench.vector(nll);
    for (int b = 0; b < BATCH; b++) {
      double expected = 0;
      for (int i = 0; i < SHAPE.features(); i++) {
        expected += minusLogProbability(rows[b * SHAPE.features() + i], images[b][i]);
      }
      assertThat(actual[b]).isCloseTo(expected, within(1e-10));
    }
  }

  private static double minusLogProbability(double[] logits, double value) {
    if (logits.length == 1) {
      double one = 1 / (1 + Math.exp(-logits[0]));
      return -value * Math.log(one) - (1 - value) * Math.log(1 - one);
    }
    double total = 0;
    for (double logit : logits) {
      total += Math.exp(logit);
    }
    return -Math.log(Math.exp(logits[(int) Math.rint(255 * value)]) / total);
  }
}
