package dev.elbow.plugin.decoder.discretized.logistic;

import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * log s from a number without bounds:
 *
 * <pre>log s = f + softplus(r + softplus^-1(log start - f)),   at most {@value #CEILING}</pre>
 *
 * <p>so that r = 0 gives the start. f is a scale of e^-7 / 2, which PixelCNN++ has too: there the
 * nearest grey level has a probability of 0.97, and the next one takes the slope beyond use.
 */
final class LogScale {
  static final double FLOOR = -7 - Math.log(2);

  /** All is 0 or 1 by then; it keeps the width of a level above 0. */
  static final double CEILING = 5;

  private LogScale() {}

  /**
   * @param raw r, of any shape
   * @param start s for r = 0
   * @return log s in the shape of r
   */
  static SDVariable of(Graph graph, SDVariable raw, double start) {
    double offset = Math.log(Math.expm1(Math.log(start) - FLOOR));
    SDVariable logScale = graph.softplus(raw.add(offset)).add(FLOOR);
    return graph.sameDiff().math.clipByValue(logScale, FLOOR, CEILING);
  }
}
