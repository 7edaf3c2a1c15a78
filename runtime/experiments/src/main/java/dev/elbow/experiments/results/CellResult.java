package dev.elbow.experiments.results;

import dev.elbow.experiments.grid.Cell;
import dev.elbow.runs.Figure;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a cell came to.
 *
 * @param figures by name; none if it has not ended
 * @param epochs that it was trained for
 * @param seconds of training and evaluation
 * @param refused metrics that do not apply to its model, with the reason
 * @param failure why it has no figures, or not all; empty if nothing failed
 * @param folder of the run
 */
public record CellResult(
    Cell cell,
    Map<String, Figure> figures,
    double epochs,
    double seconds,
    Map<String, String> refused,
    String failure,
    Path folder) {}
