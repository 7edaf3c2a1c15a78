package dev.elbow.plugin.prior.mixture;

import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import dev.elbow.spi.Noise;
import dev.elbow.spi.Prior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The prior p(z) = sum_k w_k N(z; m_k, diag v_k), with K components whose weights (softmax of
 * logits), means and log variances are trained.
 *
 * <pre>
 * log p(z) = log sum_k exp( log w_k - 1/2 sum_i [ (z_i - m_ki)^2 / v_ki + log v_ki + log 2 pi ] )
 * </pre>
 *
 * <p>A sample takes the component whose interval of cumulated weights holds a uniform number; the
 * gradient reaches that component's mean and variance, not the weights.
 */
final class MixturePrior implements Prior {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private final int latent;
  private final MixtureOptions options;

  MixturePrior(int latent, MixtureOptions options) {
    this.latent = latent;
    this.options = options;
  }

  @Override
  public Optional<SDVariable> logDensity(Graph graph, SDVariable z) {
    SDVariable logVariance = cube(graph, logVariances(graph));
    SDVariable offset = graph.sameDiff().stack(1, z).sub(cube(graph, means(graph)));
    SDVariable squares = offset.mul(offset).mul(graph.sameDiff().math.exp(logVariance.neg()));
    SDVariable exponent = squares.add(logVariance).add(LOG_TWO_PI).mul(-0.5).sum(2);
    SDVariable weighted = exponent.add(graph.logSoftmax(logits(graph), 1));
    return Optional.of(graph.logSumExp(weighted, 1));
  }

  @Override
  public SDVariable sample(Graph graph) {
    SDVariable chosen = graph.stopGradient(chosen(graph));
    SDVariable deviation = graph.sameDiff().math.exp(logVariances(graph).mul(0.5));
    SDVariable noise = graph.noise("epsilon", Noise.STANDARD_NORMAL, latent);
    SDVariable mean = graph.product(chosen, means(graph), options.components());
    SDVariable scale = graph.product(chosen, deviation, options.components());
    return mean.add(scale.mul(noise));
  }

  /** {@code [batch, components]}, one 1 in each row. */
  private SDVariable chosen(Graph graph) {
    SDVariable weights = graph.sameDiff().math.exp(graph.logSoftmax(logits(graph), 1));
    SDVariable sums = cumulated(graph, weights);
    SDVariable uniform = graph.noise("component", Noise.UNIFORM, 1);
    SDVariable below = uniform.lt(sums.add(beyondLast(graph))).castTo(graph.dataType());
    SDVariable above = uniform.gte(sums.sub(weights)).castTo(graph.dataType());
    return below.mul(above);
  }

  private SDVariable cumulated(Graph graph, SDVariable weights) {
    int k = options.components();
    INDArray upper = Nd4j.zeros(k, k);
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        upper.putScalar(i, j, 1);
      }
    }
    return graph.product(weights, graph.constant("cumulate", upper), k);
  }

  /** Rounding may leave the last sum below 1, and a uniform number above it. */
  private SDVariable beyondLast(Graph graph) {
    INDArray last = Nd4j.zeros(1, options.components());
    last.putScalar(0, options.components() - 1, 1);
    return graph.constant("last", last);
  }

  /** {@code [components, latent]} as {@code [1, components, latent]}. */
  private static SDVariable cube(Graph graph, SDVariable rows) {
    return graph.sameDiff().stack(0, rows);
  }

  private SDVariable logits(Graph graph) {
    return graph.parameter("logits", Initializer.zeros(), 1, options.components());
  }

  private SDVariable means(Graph graph) {
    Initializer start = Initializer.normal(options.spread());
    return graph.parameter("means", start, options.components(), latent);
  }

  private SDVariable logVariances(Graph graph) {
    return graph.parameter("log-variances", Initializer.zeros(), options.components(), latent);
  }
}
