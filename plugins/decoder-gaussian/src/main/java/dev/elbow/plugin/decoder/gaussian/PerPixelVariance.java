package dev.elbow.plugin.decoder.gaussian;

import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A sigma for each pixel from the network, in two phases, since one that is learned from the first
 * step on spoils the training: first the optimal sigma of all pixels, s, then from an epoch on
 *
 * <pre>log sigma_k = f + softplus(u + g r_k),   u = softplus^-1(log s - f),   f = log floor</pre>
 *
 * <p>with the network's second half r and a learned number g, 0 at first. The second phase thus
 * begins at sigma_k = s, whatever the network says by then, and s stays what it was. In the first
 * phase g r_k is multiplied by 0. Evaluation and sampling use the formula as it stands, with the
 * running value of s: g says which phase it is.
 *
 * <p>Without a first phase s is the start and g is 1 at first.
 *
 * @param variance s^2
 * @param from the epoch with which the second phase begins
 */
record PerPixelVariance(RunningVariance variance, int from) implements Likelihood {

  /** Keeps softplus^-1 finite where s has come down to the floor. */
  private static final double LEAST_DISTANCE = 1e-3;

  /** exp of it stays finite in single precision, and so does its square. */
  private static final double CEILING = 20;

  @Override
  public int numbersPerPixel() {
    return 2;
  }

  @Override
  public SDVariable negativeLog(Graph graph, SDVariable error, SDVariable output) {
    SDVariable shared = variance.value(graph);
    SDVariable residual = residual(graph, output);
    if (graph.training()) {
      SDVariable second = secondPhase(graph);
      SDVariable first = second.rsub(1);
      SDVariable ofBatch = variance.ofBatch(graph, graph.sumPerExample(error.mul(error)));
      variance.follow(graph, ofBatch, first);
      shared = shared.mul(second).add(ofBatch.mul(first));
      residual = residual.mul(second);
    }
    return NormalDensity.negativeLogPerPixel(graph, error, logSigma(graph, shared, residual));
  }

  @Override
  public SDVariable deviation(Graph graph, SDVariable output) {
    SDVariable logSigma = logSigma(graph, variance.value(graph), residual(graph, output));
    return graph.sameDiff().math.exp(logSigma);
  }

  /** 1 in the second phase, 0 in the first. */
  private SDVariable secondPhase(Graph graph) {
    return from == 0 ? graph.constant(1) : graph.epoch().gte(from).castTo(graph.dataType());
  }

  private SDVariable residual(Graph graph, SDVariable output) {
    Initializer start = Initializer.constant(from == 0 ? 1 : 0);
    SDVariable gain = graph.parameter("residual-gain", start, 1, 1).sum();
    int features = variance.features();
    return graph.columns(output, features, 2 * features).mul(gain);
  }

  private SDVariable logSigma(Graph graph, SDVariable shared, SDVariable residual) {
    double logFloor = Math.log(variance.floor());
    SDVariable distance = graph.sameDiff().math.log(shared).mul(0.5).sub(logFloor);
    SDVariable above = graph.sameDiff().math.max(distance, graph.constant(LEAST_DISTANCE));
    SDVariable logSigma = graph.softplus(residual.add(inverseSoftplus(above))).add(logFloor);
    return graph.sameDiff().math.clipByValue(logSigma, logFloor, CEILING);
  }

  /** log(exp(y) - 1) for y > 0, in the form that does not overflow. */
  private static SDVariable inverseSoftplus(SDVariable y) {
    var math = y.getSameDiff().math;
    return y.add(math.log(math.expm1(y.neg()).neg()));
  }
}
