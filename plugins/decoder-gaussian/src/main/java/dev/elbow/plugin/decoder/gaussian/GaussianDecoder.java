package dev.elbow.plugin.decoder.gaussian;

import dev.elbow.plugin.decoder.gaussian.GaussianOptions.Mean;
import dev.elbow.spi.Bound;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Network;
import dev.elbow.spi.Noise;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The likelihood N(x; g(z), diag sigma^2) over k features:
 *
 * <pre>-log p(x|z) = k/2 log 2 pi + sum_k [ log sigma_k + (x_k - g_k)^2 / (2 sigma_k^2) ]</pre>
 *
 * <p>Shapes: output {@code [batch, k]}, the raw means; with a sigma per pixel {@code [batch, 2 k]},
 * means first: an image of twice the channels.
 *
 * <p>Source of the optimal and the per-pixel variance: Lin et al., Balancing Reconstruction Quality
 * and Regularisation in ELBO for VAEs, 2019.
 */
final class GaussianDecoder implements Decoder {
  private final Network network;
  private final Mean mean;
  private final Likelihood likelihood;
  private final DataShape latent;
  private final DataShape data;

  GaussianDecoder(
      Network network, Mean mean, Likelihood likelihood, int latentSize, DataShape data) {
    this.network = network;
    this.mean = mean;
    this.likelihood = likelihood;
    this.latent = DataShape.vector(latentSize);
    this.data = data;
  }

  @Override
  public int outputWidth() {
    return outputShape().features();
  }

  @Override
  public SDVariable output(Graph graph, SDVariable z) {
    return network.apply(graph.scope("network"), z, latent, outputShape());
  }

  @Override
  public SDVariable negativeLogLikelihood(Graph graph, SDVariable x, SDVariable output) {
    return likelihood.negativeLog(graph, x.sub(center(graph, output)), output);
  }

  @Override
  public Optional<SDVariable> mean(Graph graph, SDVariable output) {
    return Optional.of(center(graph, output));
  }

  @Override
  public Optional<SDVariable> sample(Graph graph, SDVariable output) {
    SDVariable noise = graph.noise("pixel", Noise.STANDARD_NORMAL, data.features());
    SDVariable deviation = likelihood.deviation(graph, output);
    return Optional.of(center(graph, output).add(noise.mul(deviation)));
  }

  @Override
  public Optional<SDVariable> deviation(Graph graph, SDVariable output) {
    return likelihood.numbersPerPixel() == 1
        ? Optional.empty()
        : Optional.of(likelihood.deviation(graph, output));
  }

  @Override
  public Bound bound(DataValues values) {
    return Bound.on("log p(x)");
  }

  /** More numbers per pixel are more channels, so that a convolutional network gives them too. */
  private DataShape outputShape() {
    int numbers = likelihood.numbersPerPixel();
    return data.isVector()
        ? DataShape.vector(numbers * data.width())
        : new DataShape(numbers * data.channels(), data.height(), data.width());
  }

  private SDVariable center(Graph graph, SDVariable output) {
    SDVariable raw =
        likelihood.numbersPerPixel() == 1 ? output : graph.columns(output, 0, data.features());
    return mean == Mean.SIGMOID ? graph.sameDiff().nn.sigmoid(raw) : raw;
  }
}
