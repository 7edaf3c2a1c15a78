package dev.elbow.plugin.decoder.discretized.logistic;

import dev.elbow.plugin.decoder.discretized.logistic.DiscretizedLogisticOptions.Mean;
import dev.elbow.plugin.decoder.discretized.logistic.DiscretizedLogisticOptions.Scale;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Network;
import dev.elbow.tck.TckContext;

/** Decoders of two latent dimensions. */
final class Decoders {
  static final Network LINEAR =
      (graph, input, from, to) -> graph.linear("only", input, from.features(), to.features());

  private Decoders() {}

  static Decoder of(Scale scale, double start, Mean mean, DataShape data, DataValues values) {
    return of(LINEAR, scale, start, mean, data, values);
  }

  static Decoder of(
      Network network, Scale scale, double start, Mean mean, DataShape data, DataValues values) {
    return new DiscretizedLogisticDecoderFactory()
        .create(
            new DiscretizedLogisticOptions(network, scale, start, mean),
            new TckContext(2, data, values));
  }

  static Decoder of(Scale scale, double start, int features) {
    return of(scale, start, Mean.LINEAR, DataShape.vector(features), DataValues.UNIT_INTERVAL);
  }
}
