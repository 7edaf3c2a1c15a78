package dev.elbow.plugin.flow.radial;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;

/** Options of the radial flow. */
public record RadialOptions(
    @Doc("read z0, alpha and beta from the encoder for each example, instead of learning one set")
        @Default("false")
        boolean amortised) {}
