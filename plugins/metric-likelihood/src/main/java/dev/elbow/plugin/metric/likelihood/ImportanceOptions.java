package dev.elbow.plugin.metric.likelihood;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the importance-weighted likelihood. */
public record ImportanceOptions(
    @Doc("K, samples z of each posterior") @Default("500") @Range(min = 1) int samples,
    @Doc("the examples that are measured") @Default("test") ExampleSet on,
    @Doc("how many of them, from the first; 0 is all") @Default("0") @Range(min = 0) int examples,
    @Doc("what the arrays of an execution may take") @Default("100") @Range(min = 1)
        int megabytes) {}
