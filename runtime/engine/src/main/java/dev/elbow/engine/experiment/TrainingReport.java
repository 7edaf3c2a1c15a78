package dev.elbow.engine.experiment;

import dev.elbow.engine.training.Trainer.Outcome;
import dev.elbow.runs.Figure;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a training came to.
 *
 * @param run its folder
 * @param outcome how it ended
 * @param seconds of this session, data and pictures included
 * @param metrics of the test set, by name; empty if it was interrupted
 */
public record TrainingReport(
    Path run, Outcome outcome, double seconds, Map<String, Figure> metrics) {}
