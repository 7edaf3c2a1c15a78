package dev.elbow.plugin.decoder.pixelcnn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.plugin.decoder.pixelcnn.PixelCnnOptions.Likelihood;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.StepwiseSampling;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

class SamplingTest {
  private static final int SAMPLES = 20_000;

  /** The 0.9999 quantiles of chi-square with 15 degrees of freedom. */
  private static final double LIMIT = 44.3;

  @ParameterizedTest(name = "{0}x{1}x{2}")
  @CsvSource({"1, 2, 2", "2, 2, 1"})
  void samplesStepByStepFollowTheModelsProbabilities(int channels, int height, int width) {
    DataShape shape = new DataShape(channels, height, width);
    PixelCnnDecoder decoder = Decoders.of(Decoders.bernoulli(), shape);
    int[] counts = new int[16];
    for (double[] image : samples(decoder, shape, DataType.FLOAT)) {
      int cell = 0;
      for (int i = 0; i < 4; i++) {
        assertThat(image[i]).isIn(0.0, 1.0);
        cell += (int) image[i] << i;
      }
      counts[cell]++;
    }
    double[] probabilities = probabilities(decoder);
    double chiSquare = 0;
    for (int cell = 0; cell < 16; cell++) {
      double expected = SAMPLES * probabilities[cell];
      assertThat(expected).describedAs("enough of cell %d for the test", cell).isGreaterThan(5);
      chiSquare += Math.pow(counts[cell] - expected, 2) / expected;
    }
    assertThat(chiSquare).isLessThan(LIMIT);
  }

  @Test
  void aCategoricalPixelIsTheLevelWhereTheDistributionFunctionPassesTheNoise() {
    double[][] logits = Decoders.uniform(1, 3, 256);
    double[][] uniform = {{1e-7}, {0.5}, {0.9999999}};
    for (double[] row : logits) {
      Arrays.setAll(row, i -> 4 * row[i]);
    }
    Bench bench = new Bench();
    SDVariable drawn =
        new CategoricalPixels()
            .draw(bench.graph(), bench.input("logits", logits), bench.input("uniform", uniform));
    bench.variable("unused", new double[] {0});
    double[] levels = bench.vector(drawn);
    for (int i = 0; i < 3; i++) {
      assertThat(levels[i]).isEqualTo(level(logits[i], uniform[i][0]) / 255.0);
    }
  }

  @Test
  void oneCategoricalImageIsDrawnFromTheLevels() {
    DataShape shape = new DataShape(1, 2, 1);
    PixelCnnOptions options = Decoders.options(Likelihood.CATEGORICAL, Optional.empty());
    for (double[] image : samples(Decoders.of(options, shape), shape, DataType.FLOAT, 1)) {
      for (double value : image) {
        assertThat(value * 255).isBetween(0.0, 255.0);
        assertThat(Math.abs(value * 255 - Math.rint(value * 255))).isLessThan(1e-4);
      }
    }
  }

  private static int level(double[] logits, double uniform) {
    double total = Arrays.stream(logits).map(Math::exp).sum();
    double reached = 0;
    int level = -1;
    while (reached < uniform * total) {
      level++;
      reached += Math.exp(logits[level]);
    }
    return level;
  }

  private static double[][] samples(PixelCnnDecoder decoder, DataShape shape, DataType type) {
    return samples(decoder, shape, type, SAMPLES);
  }

  /** What the engine does, with the parameters of {@link #probabilities}. */
  private static double[][] samples(
      PixelCnnDecoder decoder, DataShape shape, DataType type, int count) {
    StepwiseSampling sampling = decoder.stepwise().orElseThrow();
    Bench bench = new Bench(type, false);
    SDVariable z = bench.input("z", Decoders.repeated(Decoders.CODE, count));
    SDVariable partial = bench.input("partial", new double[count][shape.features()]);
    SDVariable step = bench.scalar("step", 0);
    SDVariable output = decoder.output(bench.graph(), z);
    SDVariable next = sampling.step(bench.graph(), partial, output, step);
    bench.shaken(8);
    double[][] drawn = new double[count][shape.features()];
    for (int i = 0; i < sampling.steps(); i++) {
      bench.feed("partial", drawn);
      bench.feed("step", i);
      bench.drawNoise(i);
      drawn = bench.matrix(next);
    }
    return drawn;
  }

  /** Of the 16 images of four zeros and ones. */
  private static double[] probabilities(PixelCnnDecoder decoder) {
    Bench bench = new Bench();
    SDVariable x = bench.input("x", Decoders.binary(4));
    SDVariable z = bench.input("z", Decoders.repeated(Decoders.CODE, 16));
    SDVariable output = decoder.output(bench.graph(), z);
    SDVariable nll = decoder.negativeLogLikelihood(bench.graph(), x, output);
    return Arrays.stream(bench.shaken(8).vector(nll)).map(v -> Math.exp(-v)).toArray();
  }
}
