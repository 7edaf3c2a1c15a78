package dev.elbow.experiments.results;

import dev.elbow.experiments.grid.Published;
import java.util.Optional;

/**
 * A published figure beside ours.
 *
 * @param setting of ours
 * @param ours empty if there is none
 * @param training how long ours was trained against theirs
 * @param verdict a sentence
 */
public record Comparison(
    Published published,
    Setting setting,
    Optional<Summary> ours,
    String training,
    String verdict) {}
