package dev.elbow.plugin.decoder.gaussian;

import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * One sigma for all pixels in closed form, the root of the mean squared error (MSE) per pixel.
 *
 * <p>In training it is the batch's. The mean over the batch is then
 *
 * <pre>k/2 log(2 pi e MSE)</pre>
 *
 * <p>and its gradient is that of k/2 log MSE, the squared error's over sigma^2: the part through
 * sigma is 0 at the optimum, so that nothing need stop it, and the loss is differentiated as it is.
 * In evaluation and sampling sigma is the running value of the training, a number, so that the
 * density is one.
 *
 * @param variance the MSE
 */
record OptimalVariance(RunningVariance variance) implements Likelihood {

  @Override
  public SDVariable negativeLog(Graph graph, SDVariable error, SDVariable output) {
    SDVariable squares = graph.sumPerExample(error.mul(error));
    SDVariable chosen = variance.value(graph);
    if (graph.training()) {
      chosen = variance.ofBatch(graph, squares);
      variance.follow(graph, chosen, graph.constant(1));
    }
    SDVariable logSigma = graph.sameDiff().math.log(chosen).mul(0.5);
    return NormalDensity.negativeLog(squares, logSigma, variance.features());
  }

  @Override
  public SDVariable deviation(Graph graph, SDVariable output) {
    return graph.sameDiff().math.sqrt(variance.value(graph));
  }
}
