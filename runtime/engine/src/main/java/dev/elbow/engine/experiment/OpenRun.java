package dev.elbow.engine.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.data.DataFolder;
import dev.elbow.data.DataSplits;
import dev.elbow.engine.density.CodeDensities.Subject;
import dev.elbow.engine.metrics.Moment;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.runs.RunFolder;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * A trained run, ready for questions.
 *
 * @param folder on disk
 * @param header of its configuration
 * @param model with the checkpoint's parameters
 * @param step of the checkpoint
 * @param epoch completed at the checkpoint, with fraction
 * @param changedPlugins whose jars differ from those it was trained with
 */
public record OpenRun(
    RunFolder folder,
    ExperimentHeader header,
    ModelGraphs model,
    long step,
    double epoch,
    List<String> changedPlugins) {

  /**
   * The data it was trained on.
   *
   * @throws InputException if the data changed since
   */
  public DataSplits data(DataFolder dataFolder) {
    DataSplits data = header.openData(dataFolder);
    requireData(folder.manifest(), data, folder.path());
    return data;
  }

  /** What densities are fitted to: its codes of the data. */
  public Subject subject(Supplier<DataSplits> data) {
    return new Subject(model, data, folder.path(), step, header.seed());
  }

  /** Where in the run its model stands. */
  public Moment moment() {
    return new Moment(folder.path(), step, epoch, header.seed());
  }

  static void requireData(ObjectNode manifest, DataSplits data, Path place) {
    String expected = manifest.path("data").path("sha256").asText();
    if (!data.sha256().equals(expected)) {
      throw new InputException(
          "RUN-DATA-CHANGED",
          "expected data with SHA-256 %s, found %s".formatted(expected, data.sha256()),
          place.toString(),
          "Put the data back that the run was trained on.");
    }
  }
}
