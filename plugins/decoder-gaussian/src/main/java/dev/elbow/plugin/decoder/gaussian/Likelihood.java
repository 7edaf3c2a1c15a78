package dev.elbow.plugin.decoder.gaussian;

import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;

/** A Gaussian around a given mean: one way to come by sigma. */
interface Likelihood {

  /** How many numbers the network gives for each pixel: the mean, and perhaps one for sigma. */
  default int numbersPerPixel() {
    return 1;
  }

  /**
   * -log p(x|z) of each example, in nats.
   *
   * @param error x less the mean, {@code [batch, features]}
   * @param output of the network, {@code [batch, numbersPerPixel() * features]}
   * @return {@code [batch]}
   */
  SDVariable negativeLog(Graph graph, SDVariable error, SDVariable output);

  /** sigma as it is known without data: a scalar or {@code [batch, features]}. */
  SDVariable deviation(Graph graph, SDVariable output);
}
