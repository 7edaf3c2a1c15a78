package dev.elbow.engine.options;

import dev.elbow.spi.Metric;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import java.util.List;

/** What is measured of a training. */
public record EvaluationOptions(
    @Doc("epochs between measurements during training; 0 for none but the last")
        @Default("0")
        @Range(min = 0)
        int every,
    @Doc("the metrics; elbow evaluate --metrics takes any others later") @Default("[]")
        List<Metric> metrics) {}
