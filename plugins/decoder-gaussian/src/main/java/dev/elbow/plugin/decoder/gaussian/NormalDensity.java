package dev.elbow.plugin.decoder.gaussian;

import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;

/** The negative logarithm of independent normal densities. */
final class NormalDensity {
  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private NormalDensity() {}

  /**
   * With one sigma: {@code k/2 log 2 pi + k log sigma + |error|^2 / (2 sigma^2)}.
   *
   * @param squares |error|^2, {@code [batch]}
   * @param logSigma a scalar
   * @param k the number of pixels
   * @return {@code [batch]}, nats
   */
  static SDVariable negativeLog(SDVariable squares, SDVariable logSigma, int k) {
    SDVariable precision = precision(logSigma);
    return squares.mul(precision).mul(0.5).add(logSigma.mul(k)).add(0.5 * k * LOG_TWO_PI);
  }

  /** The same for a constant sigma. */
  static SDVariable negativeLog(SDVariable squares, double sigma, int k) {
    return squares.mul(0.5 / (sigma * sigma)).add(k * (0.5 * LOG_TWO_PI + Math.log(sigma)));
  }

  /**
   * With a sigma for each pixel: {@code k/2 log 2 pi + sum_k [ log sigma_k + error_k^2 / (2
   * sigma_k^2) ]}.
   *
   * @param error {@code [batch, features]}
   * @param logSigma {@code [batch, features]}
   * @return {@code [batch]}, nats
   */
  static SDVariable negativeLogPerPixel(Graph graph, SDVariable error, SDVariable logSigma) {
    SDVariable standardised = error.mul(error).mul(precision(logSigma)).mul(0.5);
    return graph.sumPerExample(standardised.add(logSigma).add(0.5 * LOG_TWO_PI));
  }

  private static SDVariable precision(SDVariable logSigma) {
    return logSigma.getSameDiff().math.exp(logSigma.mul(-2));
  }
}
