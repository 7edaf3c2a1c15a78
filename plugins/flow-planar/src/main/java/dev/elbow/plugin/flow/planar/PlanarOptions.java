package dev.elbow.plugin.flow.planar;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;

/** Options of the planar flow. */
public record PlanarOptions(
    @Doc("read w, u and b from the encoder for each example, instead of learning one set for all")
        @Default("false")
        boolean amortised) {}
