package dev.elbow.plugin.decoder.discretized.logistic;

import dev.elbow.plugin.decoder.discretized.logistic.DiscretizedLogisticOptions.Mean;
import dev.elbow.plugin.decoder.discretized.logistic.DiscretizedLogisticOptions.Scale;
import dev.elbow.spi.Bound;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import dev.elbow.spi.Noise;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The likelihood of 8-bit pixels as probabilities of their 256 levels, {@link DiscretizedLogistic},
 * with the location from the network and one learned scale or one for each pixel.
 *
 * <p>Shapes: output {@code [batch, features]}, the raw locations; with a scale per pixel {@code
 * [batch, 2 features]}, locations first: an image of twice the channels.
 */
final class DiscretizedLogisticDecoder implements Decoder {
  private final DiscretizedLogisticOptions options;
  private final DataShape latent;
  private final DataShape data;

  DiscretizedLogisticDecoder(DiscretizedLogisticOptions options, int latentSize, DataShape data) {
    this.options = options;
    this.latent = DataShape.vector(latentSize);
    this.data = data;
  }

  @Override
  public int outputWidth() {
    return outputShape().features();
  }

  @Override
  public SDVariable output(Graph graph, SDVariable z) {
    return options.network().apply(graph.scope("network"), z, latent, outputShape());
  }

  @Override
  public SDVariable negativeLogLikelihood(Graph graph, SDVariable x, SDVariable output) {
    return graph.sumPerExample(distribution(graph, output).negativeLog(graph, x));
  }

  @Override
  public Optional<SDVariable> mean(Graph graph, SDVariable output) {
    return Optional.of(distribution(graph, output).mean(graph));
  }

  @Override
  public Optional<SDVariable> sample(Graph graph, SDVariable output) {
    SDVariable uniform = graph.noise("pixel", Noise.UNIFORM, data.features());
    return Optional.of(distribution(graph, output).sample(graph, uniform));
  }

  @Override
  public Bound bound(DataValues values) {
    return switch (values) {
      case BINARY, UNIT_INTERVAL -> Bound.on("log P(x), x of 256 levels");
      case REAL -> Bound.none("the data are not levels from 0 to 255, divided by 255");
    };
  }

  /** More numbers per pixel are more channels, so that a convolutional network gives them too. */
  private DataShape outputShape() {
    int numbers = isPerPixel() ? 2 : 1;
    return data.isVector()
        ? DataShape.vector(numbers * data.width())
        : new DataShape(numbers * data.channels(), data.height(), data.width());
  }

  private boolean isPerPixel() {
    return options.scale() == Scale.PER_PIXEL;
  }

  private DiscretizedLogistic distribution(Graph graph, SDVariable output) {
    int k = data.features();
    SDVariable raw = isPerPixel() ? graph.columns(output, 0, k) : output;
    SDVariable scale =
        isPerPixel()
            ? graph.columns(output, k, 2 * k)
            : graph.parameter("raw-scale", Initializer.zeros(), 1, 1).sum();
    SDVariable location = options.mean() == Mean.SIGMOID ? graph.sameDiff().nn.sigmoid(raw) : raw;
    return new DiscretizedLogistic(location, LogScale.of(graph, scale, options.start()));
  }
}
