package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the active units. */
public record ActiveUnitsOptions(
    @Doc("the variance of the posterior's mean above which a dimension counts as active")
        @Default("0.01")
        @Range(min = 0)
        double threshold) {}
