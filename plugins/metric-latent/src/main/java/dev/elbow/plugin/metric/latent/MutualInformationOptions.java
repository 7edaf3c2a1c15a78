package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the mutual information. */
public record MutualInformationOptions(
    @Doc("N, test examples from the first; the work is that of N^2 densities")
        @Default("2000")
        @Range(min = 2)
        int examples) {}
