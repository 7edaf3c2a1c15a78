package dev.elbow.plugin.divergence.kl;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the KL term. */
public record KlOptions(
    @Doc("nats of each latent dimension that cost nothing; 0 for the plain KL")
        @Default("0.0")
        @Range(min = 0)
        double freeBits) {}
