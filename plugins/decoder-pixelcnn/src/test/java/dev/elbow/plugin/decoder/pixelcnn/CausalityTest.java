package dev.elbow.plugin.decoder.pixelcnn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.plugin.decoder.pixelcnn.PixelCnnOptions.Likelihood;
import dev.elbow.spi.DataShape;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;

/** Which features the logits of a feature depend on, found by changing them one by one. */
class CausalityTest {
  private static final int WEIGHTS = 5;

  /** A matrix product rounds by the place of a row. */
  private static final double ROUNDING = 1e-12;

  @ParameterizedTest(name = "{0}x{1}x{2}, {3} layers, windows of {4} and {5}")
  @CsvSource({
    "1, 6, 7, 3, 3, 3",
    "1, 5, 9, 1, 7, 3",
    "1, 7, 8, 2, 3, 5",
    "1, 5, 1, 2, 3, 3",
    "2, 4, 4, 2, 3, 3",
    "3, 3, 4, 3, 3, 3",
    "3, 1, 4, 2, 3, 3",
  })
  void aPixelSeesEverythingBeforeItWithinReachAndNothingElse(
      int channels, int height, int width, int layers, int firstKernel, int kernel) {
    DataShape shape = new DataShape(channels, height, width);
    PixelCnnOptions options =
        new PixelCnnOptions(
            Likelihood.BERNOULLI, layers, 6, firstKernel, kernel, Optional.empty(), 1);
    PixelCnnDecoder decoder = Decoders.of(options, shape);
    int reach = firstKernel / 2 + (layers - 1) * (kernel / 2);
    boolean[][] seen = seen(decoder, shape);
    for (int i = 0; i < shape.features(); i++) {
      for (int j = 0; j < shape.features(); j++) {
        assertThat(seen[i][j])
            .describedAs("whether step %d sees step %d", i, j)
            .isEqualTo(sees(shape, reach, i, j));
      }
    }
  }

  /** With several weights: a unit may be off with some of them. */
  private static boolean[][] seen(PixelCnnDecoder decoder, DataShape shape) {
    int features = shape.features();
    boolean[][] seen = new boolean[features][features];
    Bench bench = new Bench();
    SDVariable logits = logits(bench, decoder, shape);
    for (int seed = 0; seed < WEIGHTS; seed++) {
      double[][] rows = bench.shaken(seed).matrix(logits);
      for (int i = 0; i < features; i++) {
        for (int j = 0; j < features; j++) {
          seen[i][j] |= Math.abs(rows[j][i] - rows[features][i]) > ROUNDING;
        }
      }
    }
    return seen;
  }

  /** By step; in row j the feature of step j was changed, in the last row none. */
  private static SDVariable logits(Bench bench, PixelCnnDecoder decoder, DataShape shape) {
    int features = shape.features();
    double[][] x = Decoders.repeated(Decoders.uniform(3, 1, features)[0], features + 1);
    for (int j = 0; j < features; j++) {
      x[j] = x[j].clone();
      x[j][Steps.feature(shape, j)] += 0.5;
    }
    Plane image = Decoders.image(bench.input("x", x), shape);
    SDVariable z = bench.input("z", Decoders.repeated(Decoders.CODE, features + 1));
    SDVariable output = decoder.output(bench.graph(), z);
    SDVariable logits = decoder.logits(bench.graph(), new WholeImage(), image, output);
    return bench.graph().sameDiff().reshape(logits, -1, features);
  }

  private static boolean sees(DataShape shape, int reach, int from, int to) {
    int pixel = from / shape.channels();
    int other = to / shape.channels();
    int up = pixel / shape.width() - other / shape.width();
    int left = pixel % shape.width() - other % shape.width();
    if (up == 0 && left == 0) {
      return to < from;
    }
    return to < from && up <= reach && Math.abs(left) <= reach;
  }
}
