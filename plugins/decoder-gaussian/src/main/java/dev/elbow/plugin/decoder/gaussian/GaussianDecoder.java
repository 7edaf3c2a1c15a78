package dev.elbow.plugin.decoder.gaussian;

import dev.elbow.plugin.decoder.gaussian.GaussianOptions.Mean;
import dev.elbow.plugin.decoder.gaussian.GaussianOptions.Variance;
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
 * The likelihood N(x; g(z), sigma^2 I) over k features:
 *
 * <pre>-log p(x|z) = k/2 log 2 pi + k log sigma + |x - g|^2 / (2 sigma^2)</pre>
 *
 * <p>sigma is a constant, or one learned number (log sigma is the parameter), which balances
 * reconstruction against the KL by itself.
 */
final class GaussianDecoder implements Decoder {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private final GaussianOptions options;
  private final DataShape latent;
  private final DataShape data;

  GaussianDecoder(GaussianOptions options, int latentSize, DataShape data) {
    this.options = options;
    this.latent = DataShape.vector(latentSize);
    this.data = data;
  }

  @Override
  public int outputWidth() {
    return data.features();
  }

  @Override
  public SDVariable output(Graph graph, SDVariable z) {
    return options.network().apply(graph.scope("network"), z, latent, data);
  }

  @Override
  public SDVariable negativeLogLikelihood(Graph graph, SDVariable x, SDVariable output) {
    int k = data.features();
    SDVariable error = x.sub(bounded(graph, output));
    SDVariable squares = graph.sumPerExample(error.mul(error));
    if (options.variance() == Variance.FIXED) {
      double sigma = options.sigma();
      return squares.mul(0.5 / (sigma * sigma)).add(k * (0.5 * LOG_TWO_PI + Math.log(sigma)));
    }
    SDVariable logSigma = logSigma(graph).sum();
    SDVariable precision = graph.sameDiff().math.exp(logSigma.mul(-2));
    return squares.mul(precision).mul(0.5).add(logSigma.mul(k)).add(0.5 * k * LOG_TWO_PI);
  }

  @Override
  public Optional<SDVariable> mean(Graph graph, SDVariable output) {
    return Optional.of(bounded(graph, output));
  }

  @Override
  public Optional<SDVariable> sample(Graph graph, SDVariable output) {
    SDVariable noise = graph.noise("pixel", Noise.STANDARD_NORMAL, data.features());
    SDVariable deviation =
        options.variance() == Variance.FIXED
            ? noise.mul(options.sigma())
            : noise.mul(graph.sameDiff().math.exp(logSigma(graph)));
    return Optional.of(bounded(graph, output).add(deviation));
  }

  @Override
  public Bound bound(DataValues values) {
    return Bound.on("log p(x)");
  }

  private SDVariable bounded(Graph graph, SDVariable output) {
    return options.mean() == Mean.SIGMOID ? graph.sameDiff().nn.sigmoid(output) : output;
  }

  private SDVariable logSigma(Graph graph) {
    return graph.parameter("log-sigma", Initializer.constant(Math.log(options.sigma())), 1, 1);
  }
}
