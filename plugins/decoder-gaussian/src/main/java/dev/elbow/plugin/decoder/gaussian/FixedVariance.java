package dev.elbow.plugin.decoder.gaussian;

import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * sigma is a constant.
 *
 * @param sigma above 0
 * @param features the number of pixels
 */
record FixedVariance(double sigma, int features) implements Likelihood {

  @Override
  public SDVariable negativeLog(Graph graph, SDVariable error, SDVariable output) {
    return NormalDensity.negativeLog(graph.sumPerExample(error.mul(error)), sigma, features);
  }

  @Override
  public SDVariable deviation(Graph graph, SDVariable output) {
    return graph.constant(sigma);
  }
}
