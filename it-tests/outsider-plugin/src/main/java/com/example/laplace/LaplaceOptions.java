package com.example.laplace;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/**
 * Options of the Laplace posterior. From this record Elbow derives parsing, checks, {@code elbow
 * plugins describe laplace} and the schema for editors.
 *
 * @param minScale the smallest scale, above 0 so that the density stays finite
 */
public record LaplaceOptions(
    @Doc("the smallest scale b of a dimension")
        @Default("1.0e-3")
        @Range(min = 0, minExclusive = true, max = 1)
        double minScale) {}
