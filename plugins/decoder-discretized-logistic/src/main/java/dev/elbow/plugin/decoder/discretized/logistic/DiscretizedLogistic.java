package dev.elbow.plugin.decoder.discretized.logistic;

import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The logistic distribution with location g and scale s, in 256 levels v / 255: a level has the
 * mass of its surroundings, half a step h = 1/510 to each side, and the first and the last one also
 * that of their tail.
 *
 * <pre>
 * P(x) = sigmoid(a) - sigmoid(b),   a = (x + h - g) / s,   b = (x - h - g) / s,   d = a - b = 1 / (255 s)
 * log P(x) = -softplus(-a) - softplus(b) + log(1 - e^-d)
 * log P(0) = -softplus(-a)
 * log P(1) = -softplus(b)
 * </pre>
 *
 * <p>The second line is sigmoid(a) sigmoid(-b) (1 - e^-d): nothing cancels, and the two ends leave
 * terms out, so that no branch need be hidden from the gradient.
 *
 * <p>Source: Kingma et al., Improving Variational Inference with Inverse Autoregressive Flow, 2016;
 * the open ends: Salimans et al., PixelCNN++, 2017.
 *
 * @param location g, {@code [batch, features]}
 * @param logScale log s, a scalar or {@code [batch, features]}
 */
record DiscretizedLogistic(SDVariable location, SDVariable logScale) {
  private static final int STEPS = 255;
  private static final double HALF_STEP = 0.5 / STEPS;

  /** -log P of each pixel. */
  SDVariable negativeLog(Graph graph, SDVariable x) {
    SDVariable precision = graph.sameDiff().math.exp(logScale.neg());
    SDVariable error = x.sub(location);
    SDVariable upper = error.add(HALF_STEP).mul(precision);
    SDVariable lower = error.sub(HALF_STEP).mul(precision);
    SDVariable notFirst = x.gt(HALF_STEP).castTo(graph.dataType());
    SDVariable notLast = x.lt(1 - HALF_STEP).castTo(graph.dataType());
    SDVariable tails =
        notLast.mul(graph.softplus(upper.neg())).add(notFirst.mul(graph.softplus(lower)));
    SDVariable width = logOneMinusExp(graph, precision.mul(1.0 / STEPS));
    return tails.sub(notFirst.mul(notLast).mul(width));
  }

  /** log(1 - e^-d) = log tanh(d/2) + log(1 + e^-d), exact for small and for large d > 0. */
  private static SDVariable logOneMinusExp(Graph graph, SDVariable d) {
    var math = graph.sameDiff().math;
    return math.log(math.tanh(d.mul(0.5))).add(math.log1p(math.exp(d.neg())));
  }

  /**
   * The mean of the logistic distribution clipped to [0, 1],
   *
   * <pre>
   * integral from 0 to 1 of sigmoid((g - t) / s) dt = s [softplus(g / s) - softplus((g - 1) / s)]
   * </pre>
   *
   * <p>which is that of the levels to within half a step, and far closer where s is a step or more.
   */
  SDVariable mean(Graph graph) {
    var math = graph.sameDiff().math;
    SDVariable precision = math.exp(logScale.neg());
    SDVariable black = graph.softplus(location.mul(precision));
    SDVariable white = graph.softplus(location.sub(1).mul(precision));
    SDVariable mean = black.sub(white).mul(math.exp(logScale));
    return math.clipByValue(mean, 0, 1); // rounding may lead out
  }

  /**
   * The level around the quantile g + s log(u / (1 - u)).
   *
   * @param uniform u in (0, 1), {@code [batch, features]}
   */
  SDVariable sample(Graph graph, SDVariable uniform) {
    var math = graph.sameDiff().math;
    SDVariable logit = math.log(uniform).sub(math.log(uniform.rsub(1)));
    SDVariable value = location.add(logit.mul(math.exp(logScale)));
    return math.round(math.clipByValue(value, 0, 1).mul(STEPS)).div(STEPS);
  }
}
