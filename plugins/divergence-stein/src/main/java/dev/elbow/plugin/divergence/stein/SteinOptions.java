package dev.elbow.plugin.divergence.stein;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the Stein variational gradient. */
public record SteinOptions(
    @Doc("how wide the Gaussian kernel between codes is") @Default("median") Bandwidth bandwidth,
    @Doc("with fixed: the standard deviation sigma of the kernel")
        @Default("1.0")
        @Range(min = 0, minExclusive = true)
        double sigma) {

  /** Where the width of the kernel comes from. */
  public enum Bandwidth {
    @Doc("exp(-r^2 log(n + 1) / m) with m the median of r^2 among the batch's n codes")
    MEDIAN,
    @Doc("exp(-r^2 / (2 sigma^2)) with the given sigma")
    FIXED
  }
}
