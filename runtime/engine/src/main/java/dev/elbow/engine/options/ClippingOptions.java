package dev.elbow.engine.options;

import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import java.util.Optional;

/** Limits of the gradient. */
public record ClippingOptions(
    @Doc(
            "the largest Euclidean norm of the gradient, of the model and of each adversary; a longer one is scaled down")
        @Range(min = 0, minExclusive = true)
        Optional<Double> norm,
    @Doc("the largest magnitude of each element; a larger one is cut")
        @Range(min = 0, minExclusive = true)
        Optional<Double> value) {}
