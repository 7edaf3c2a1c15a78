package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.plugin.decoder.pixelcnn.PixelCnnOptions.Likelihood;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Network;
import dev.elbow.tck.TckContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Small decoders of two latent dimensions, and data for them. */
final class Decoders {
  static final int LATENT = 2;
  static final double[] CODE = {0.7, -1.2};
  static final Network LINEAR =
      (graph, input, from, to) -> graph.linear("only", input, from.features(), to.features());

  private Decoders() {}

  /** Three layers of four filters. */
  static PixelCnnOptions options(Likelihood likelihood, Optional<Network> network) {
    return new PixelCnnOptions(likelihood, 3, 4, 5, 3, network, 2);
  }

  static PixelCnnOptions bernoulli() {
    return options(Likelihood.BERNOULLI, Optional.empty());
  }

  static PixelCnnDecoder of(PixelCnnOptions options, DataShape shape) {
    return (PixelCnnDecoder) create(options, shape, DataValues.UNIT_INTERVAL);
  }

  static Decoder create(PixelCnnOptions options, DataShape shape, DataValues values) {
    return new PixelCnnDecoderFactory().create(options, new TckContext(LATENT, shape, values));
  }

  static Plane image(org.nd4j.autodiff.samediff.SDVariable x, DataShape shape) {
    return Plane.ofData(x, shape.height(), shape.width(), shape.channels());
  }

  /** Uniform rows. */
  static double[][] uniform(long seed, int rows, int columns) {
    Random random = new Random(seed);
    return IntStream.range(0, rows)
        .mapToObj(i -> random.doubles(columns).toArray())
        .toArray(double[][]::new);
  }

  /** All rows of so many numbers that are 0 or 1. */
  static double[][] binary(int columns) {
    return IntStream.range(0, 1 << columns)
        .mapToObj(n -> IntStream.range(0, columns).mapToDouble(i -> n >> i & 1).toArray())
        .toArray(double[][]::new);
  }

  static double[][] repeated(double[] row, int times) {
    double[][] rows = new double[times][];
    Arrays.fill(rows, row);
    return rows;
  }
}
