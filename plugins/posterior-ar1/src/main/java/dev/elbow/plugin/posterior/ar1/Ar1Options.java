package dev.elbow.plugin.posterior.ar1;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the AR(1) posterior. */
public record Ar1Options(
    @Doc("one variance for all dimensions, or one for each") @Default("shared") Scale scale,
    @Doc("the largest |rho|; 1 - rho^2 must stay clear of 0 in single precision")
        @Default("0.999")
        @Range(min = 0, minExclusive = true, max = 0.9999)
        double maxCorrelation) {

  /** How many variances the encoder gives. */
  public enum Scale {
    @Doc("one variance s, as in the rho-VAE paper: latent + 2 parameters")
    SHARED,
    @Doc("a variance for each dimension: 2 latent + 1 parameters")
    PER_DIMENSION
  }
}
