package dev.elbow.plugin.decoder.gaussian;

import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * One sigma for all pixels, whose logarithm is a parameter. It settles at the root of the mean
 * squared error, and so balances the reconstruction against the KL by itself.
 *
 * @param start the first sigma
 * @param features the number of pixels
 */
record SharedVariance(double start, int features) implements Likelihood {

  @Override
  public SDVariable negativeLog(Graph graph, SDVariable error, SDVariable output) {
    return NormalDensity.negativeLog(
        graph.sumPerExample(error.mul(error)), logSigma(graph), features);
  }

  @Override
  public SDVariable deviation(Graph graph, SDVariable output) {
    return graph.sameDiff().math.exp(logSigma(graph));
  }

  private SDVariable logSigma(Graph graph) {
    return graph.parameter("log-sigma", Initializer.constant(Math.log(start)), 1, 1).sum();
  }
}
