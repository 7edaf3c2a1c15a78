package dev.elbow.plugin.metric.samples;

import dev.elbow.spi.CodeSource;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the Frechet distance. */
public record FrechetDistanceOptions(
    @Doc("how many samples are drawn") @Default("10000") @Range(min = 2) int count,
    @Doc("where their codes come from") @Default("prior") CodeSource from) {}
