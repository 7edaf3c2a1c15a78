package dev.elbow.plugin.decoder.laplace;

import dev.elbow.spi.Network;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the Laplace decoder. */
public record LaplaceOptions(
    @Doc("the network from z to the mean") @Default("mlp") Network network,
    @Doc("where the scale b comes from") @Default("fixed") Scale scale,
    @Doc("the fixed scale, or the learned one's start")
        @Default("1.0")
        @Range(min = 0, minExclusive = true)
        double b,
    @Doc("what bounds the mean") @Default("linear") Mean mean) {

  /** Where the scale comes from. */
  public enum Scale {
    @Doc("b is a constant: with 1, the absolute error up to a constant")
    FIXED,
    @Doc("one b for all pixels, learned with the weights")
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
