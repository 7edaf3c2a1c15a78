package dev.elbow.engine.options;

import dev.elbow.spi.Divergence;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Inline;

/** One term of the objective. */
public record TermOptions(
    @Doc("the divergence") @Inline Divergence divergence,
    @Doc("its weight, constant or over the epochs") @Default("1.0") Schedule weight) {}
