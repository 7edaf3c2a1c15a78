package dev.elbow.plugin.metric.likelihood;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;

/** Options of bits per dimension. */
public record BitsPerDimensionOptions(
    @Doc("the examples that are measured") @Default("test") ExampleSet on) {}
