package dev.elbow.plugin.metric.probe;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import java.util.List;

/** Options of the probe. */
public record ProbeOptions(
    @Doc("how many labelled training examples the classifier learns from; a figure for each")
        @Default("[100, 1000]")
        @Range(min = 2)
        List<Integer> labels,
    @Doc("how many times other examples are drawn") @Default("10") @Range(min = 1) int repeats) {}
