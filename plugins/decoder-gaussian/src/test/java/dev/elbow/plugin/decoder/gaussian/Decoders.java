package dev.elbow.plugin.decoder.gaussian;

import dev.elbow.plugin.decoder.gaussian.GaussianOptions.Mean;
import dev.elbow.plugin.decoder.gaussian.GaussianOptions.Variance;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Network;
import dev.elbow.tck.TckContext;

/** Decoders of two latent dimensions with one dense layer. */
final class Decoders {
  static final double FLOOR = 0.05;
  static final Network LINEAR =
      (graph, input, from, to) -> graph.linear("only", input, from.features(), to.features());

  private Decoders() {}

  static Decoder of(GaussianOptions options, DataShape data) {
    return new GaussianDecoderFactory().create(options, new TckContext(2, data, DataValues.REAL));
  }

  static Decoder of(Variance variance, int features, double sigma, Mean mean) {
    return of(
        new GaussianOptions(LINEAR, variance, sigma, mean, FLOOR, 5), DataShape.vector(features));
  }

  static Decoder optimal(int features) {
    return of(Variance.OPTIMAL, features, 1, Mean.LINEAR);
  }

  static Decoder perPixel(int features, int from) {
    return of(
        new GaussianOptions(LINEAR, Variance.PER_PIXEL, 1, Mean.LINEAR, FLOOR, from),
        DataShape.vector(features));
  }
}
