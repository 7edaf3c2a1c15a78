package dev.elbow.plugin.metric.likelihood;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the negative ELBO. */
public record ElboOptions(
    @Doc("the examples that are measured") @Default("test") ExampleSet on,
    @Doc("samples z of each posterior, over which the figures are averaged")
        @Default("1")
        @Range(min = 1)
        int samples) {}
