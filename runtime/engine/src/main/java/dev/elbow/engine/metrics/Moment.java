package dev.elbow.engine.metrics;

import dev.elbow.data.DataSplits;
import dev.elbow.engine.density.CodeDensities;
import dev.elbow.engine.model.ModelGraphs;
import java.nio.file.Path;

/**
 * Where in a run a model is asked.
 *
 * @param folder of the run
 * @param step taken
 * @param epoch completed, with fraction
 * @param seed of every random number
 */
public record Moment(Path folder, long step, double epoch, long seed) {
  CodeDensities.Subject subject(ModelGraphs model, DataSplits data) {
    return new CodeDensities.Subject(model, () -> data, folder, step, seed);
  }
}
