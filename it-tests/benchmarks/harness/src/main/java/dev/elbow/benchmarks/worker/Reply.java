package dev.elbow.benchmarks.worker;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a process answers.
 *
 * @param figures if it timed
 * @param agreements if it checked
 * @param facts versions and settings
 */
public record Reply(
    Optional<Figures> figures, List<Agreement> agreements, Map<String, String> facts) {}
