package dev.elbow.plugin.prior.mixture;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the mixture prior. */
public record MixtureOptions(
    @Doc("the number of Gaussians") @Default("10") @Range(min = 1) int components,
    @Doc("the standard deviation of the means at the start")
        @Default("1.0")
        @Range(min = 0, minExclusive = true)
        double spread) {}
