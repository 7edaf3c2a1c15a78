package dev.elbow.experiments.grid;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * What a size changes about some cells.
 *
 * @param where which cells
 * @param overrides paths into the configuration, and what is put there
 * @param seeds in place of the others, if given
 * @param metrics in place of the others, if given
 */
public record Adjustment(
    Selector where,
    MapNode overrides,
    Optional<List<Long>> seeds,
    Optional<List<ConfigNode>> metrics) {}
