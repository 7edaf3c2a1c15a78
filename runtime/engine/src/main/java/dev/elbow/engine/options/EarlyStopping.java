package dev.elbow.engine.options;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Stops when the validation set's objective has not fallen for a while. */
public record EarlyStopping(
    @Doc("epochs without a new best before training stops") @Default("10") @Range(min = 1)
        int patience,
    @Doc("how much lower, in nats per example, counts as better") @Default("0.0") @Range(min = 0)
        double minDelta) {}
