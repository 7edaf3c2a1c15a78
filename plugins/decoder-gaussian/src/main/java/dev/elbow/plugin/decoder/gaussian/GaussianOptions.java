package dev.elbow.plugin.decoder.gaussian;

import dev.elbow.spi.Network;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the Gaussian decoder. */
public record GaussianOptions(
    @Doc("the network from z to the mean") @Default("mlp") Network network,
    @Doc("where sigma comes from") @Default("fixed") Variance variance,
    @Doc("the fixed standard deviation, or the learned one's start")
        @Default("1.0")
        @Range(min = 0, minExclusive = true)
        double sigma,
    @Doc("what bounds the mean") @Default("linear") Mean mean) {

  /** Where sigma comes from. */
  public enum Variance {
    @Doc("sigma is a constant: with 1, half the squared error up to a constant")
    FIXED,
    @Doc("one sigma for all pixels, learned with the weights")
    SHARED
  }

  /** What bounds the mean. */
  public enum Mean {
    @Doc("any number")
    LINEAR,
    @Doc("from 0 to 1, for pixels")
    SIGMOID
  }
}
