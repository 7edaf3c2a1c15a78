package dev.elbow.plugin.decoder.laplace;

import dev.elbow.plugin.decoder.laplace.LaplaceOptions.Mean;
import dev.elbow.plugin.decoder.laplace.LaplaceOptions.Scale;
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
 * The likelihood prod_k Laplace(x_k; g_k(z), b) over k features:
 *
 * <pre>-log p(x|z) = k log 2b + sum_k |x_k - g_k| / b</pre>
 *
 * <p>b is a constant, or one learned number (log b is the parameter), which settles at the mean
 * absolute error. Where x = g the slope is 0, between those of the two sides.
 *
 * <p>A sample turns a uniform number u into g + b log 2u where u is below 1/2 and into g - b log
 * 2(1 - u) above.
 */
final class LaplaceDecoder implements Decoder {
  private static final double LOG_TWO = Math.log(2);

  private final LaplaceOptions options;
  private final DataShape latent;
  private final DataShape data;

  LaplaceDecoder(LaplaceOptions options, int latentSize, DataShape data) {
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
    SDVariable error = graph.sameDiff().math.abs(x.sub(center(graph, output)));
    SDVariable logScale = logScale(graph);
    SDVariable scaled = graph.sumPerExample(error).mul(exp(logScale.neg()));
    int k = data.features();
    return scaled.add(logScale.mul(k)).add(k * LOG_TWO);
  }

  @Override
  public Optional<SDVariable> mean(Graph graph, SDVariable output) {
    return Optional.of(center(graph, output));
  }

  @Override
  public Optional<SDVariable> sample(Graph graph, SDVariable output) {
    SDVariable uniform = graph.noise("pixel", Noise.UNIFORM, data.features());
    SDVariable below = logOfTwice(graph, uniform);
    SDVariable above = logOfTwice(graph, uniform.rsub(1));
    SDVariable deviation = below.sub(above).mul(exp(logScale(graph)));
    return Optional.of(center(graph, output).add(deviation));
  }

  /** log 2p where p is below 1/2, otherwise 0. Small p, the tail, keeps its precision. */
  private static SDVariable logOfTwice(Graph graph, SDVariable p) {
    var math = graph.sameDiff().math;
    return math.log(math.min(p.mul(2), graph.constant(1)));
  }

  @Override
  public Bound bound(DataValues values) {
    return Bound.on("log p(x)");
  }

  private SDVariable center(Graph graph, SDVariable output) {
    return options.mean() == Mean.SIGMOID ? graph.sameDiff().nn.sigmoid(output) : output;
  }

  /** A scalar. */
  private SDVariable logScale(Graph graph) {
    double start = Math.log(options.b());
    return options.scale() == Scale.FIXED
        ? graph.constant(start)
        : graph.parameter("log-scale", Initializer.constant(start), 1, 1).sum();
  }

  private static SDVariable exp(SDVariable x) {
    return x.getSameDiff().math.exp(x);
  }
}
