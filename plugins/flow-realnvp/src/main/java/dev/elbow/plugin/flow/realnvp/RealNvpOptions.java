package dev.elbow.plugin.flow.realnvp;

import dev.elbow.spi.Network;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the RealNVP flow. */
public record RealNvpOptions(
    @Doc("the network of each coupling, from the kept dimensions and the context to s and t")
        @Default("{type: mlp, hidden: [100]}")
        Network network,
    @Doc("numbers that the encoder gives for each example as context; 0 for none")
        @Default("0")
        @Range(min = 0)
        int context,
    @Doc("the largest |s|: a coupling scales by at most exp of it")
        @Default("2.0")
        @Range(min = 0, minExclusive = true)
        double scaleBound) {}
