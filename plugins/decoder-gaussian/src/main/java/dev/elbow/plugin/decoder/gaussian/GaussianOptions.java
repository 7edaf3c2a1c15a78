package dev.elbow.plugin.decoder.gaussian;

import dev.elbow.spi.Network;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/**
 * Options of the Gaussian decoder.
 *
 * <p>A pixel that never changes takes its sigma down to the floor, so that densities with a sigma
 * per pixel compare at one floor only. A low floor makes a surprise dear: of a pixel at the floor,
 * an error of e costs (e / floor)^2 / 2 nats. The default, between two and three of 256 grey
 * levels, leaves a test set with a moderate spread.
 */
public record GaussianOptions(
    @Doc("the network from z to the mean, and to log sigma if that is per pixel") @Default("mlp")
        Network network,
    @Doc("where sigma comes from") @Default("fixed") Variance variance,
    @Doc("the fixed standard deviation, or the start of the one that is found")
        @Default("1.0")
        @Range(min = 0, minExclusive = true)
        double sigma,
    @Doc("what bounds the mean") @Default("linear") Mean mean,
    @Doc("the least sigma of optimal and per-pixel, in the data's units")
        @Default("0.01")
        @Range(min = 0, minExclusive = true)
        double floor,
    @Doc("with per-pixel: the epochs with one optimal sigma before; 0 for none")
        @Default("5")
        @Range(min = 0)
        int perPixelFrom) {

  /** Where sigma comes from. */
  public enum Variance {
    @Doc("sigma is a constant: with 1, half the squared error up to a constant")
    FIXED,
    @Doc("one sigma for all pixels, learned with the weights")
    SHARED,
    @Doc("one sigma for all pixels, the root of the mean squared error")
    OPTIMAL,
    @Doc("a sigma for each pixel from the network, after some epochs with the optimal one")
    PER_PIXEL
  }

  /** What bounds the mean. */
  public enum Mean {
    @Doc("any number")
    LINEAR,
    @Doc("from 0 to 1, for pixels")
    SIGMOID
  }
}
