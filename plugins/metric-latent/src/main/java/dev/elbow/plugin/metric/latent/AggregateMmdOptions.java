package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the discrepancy; named as those of the divergence {@code mmd}. */
public record AggregateMmdOptions(
    @Doc("the kernel that compares two codes") @Default("rbf") Kernel kernel,
    @Doc("with rbf: how wide the kernel is") @Default("scaled") Bandwidth bandwidth,
    @Doc("with rbf and fixed: the standard deviation sigma of the kernel")
        @Default("1.0")
        @Range(min = 0, minExclusive = true)
        double sigma,
    @Doc("with imq: the variance of the prior in each dimension, to which the scales refer")
        @Default("1.0")
        @Range(min = 0, minExclusive = true)
        double priorVariance,
    @Doc("how many test examples, from the first; 0 is all") @Default("0") @Range(min = 0)
        int examples) {

  /** Kernels. */
  public enum Kernel {
    @Doc("Gaussian: exp of minus the squared distance over the bandwidth")
    RBF,
    @Doc("a sum of inverse multiquadrics of seven scales (Wasserstein autoencoders)")
    IMQ
  }

  /** Where the width of the Gaussian kernel comes from. */
  public enum Bandwidth {
    @Doc("exp(-r^2 / (2 sigma^2)) with the given sigma")
    FIXED,
    @Doc("exp(-r^2 / d^2) with d the size of z, as in the InfoVAE authors' code")
    SCALED,
    @Doc("exp(-r^2 / (2 m)) with m the median of r^2, codes and prior samples pooled")
    MEDIAN
  }
}
