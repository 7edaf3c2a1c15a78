package dev.elbow.plugin.prior.vamp;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the VampPrior. */
public record VampOptions(
    @Doc("the number of pseudo-inputs") @Default("50") @Range(min = 1) int components) {}
