package dev.elbow.cli.command;

import dev.elbow.cli.host.Context;
import dev.elbow.cli.host.Workbench;
import dev.elbow.data.DataFolder;
import dev.elbow.data.DataOptions;
import dev.elbow.data.DataSplits;
import dev.elbow.data.Datasets;
import dev.elbow.engine.experiment.OpenRun;
import dev.elbow.engine.pca.Reconstructor;
import dev.elbow.launcher.Device;
import dev.elbow.spi.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is analysed.
 *
 * @param data its training and test set
 * @param model to compare with, if a run was given
 */
record PcaSource(DataSplits data, Optional<Compared> model) {

  /**
   * A run's model.
   *
   * @param run its folder
   * @param name of its configuration
   * @param latent the size of its codes
   */
  record Compared(Path run, String name, int latent, Reconstructor reconstructor) {}

  /**
   * @throws InputException if not exactly one of the two is given
   */
  static void check(Optional<Path> place, Optional<String> dataset) {
    if (place.isPresent() == dataset.isPresent()) {
      throw new InputException(
          "CLI-PCA-SOURCE",
          "expected a configuration, a run or --dataset, found "
              + (place.isPresent() ? "two of them" : "none"),
          "elbow pca",
          "Write for example --dataset " + Datasets.names().get(0) + ".");
    }
  }

  static PcaSource ofDataset(String name, DataFolder folder) {
    return new PcaSource(DataSplits.open(DataOptions.of(name), folder, 0), Optional.empty());
  }

  /** A folder is a run, a file is a configuration. */
  static PcaSource ofPlace(
      Path place, Context context, Optional<Device> device, DataFolder folder) {
    Workbench workbench = context.workbench();
    if (!Files.isDirectory(place)) {
      DataSplits data =
          workbench
              .explaining(() -> workbench.read(Optional.of(place), List.of()))
              .openData(folder);
      return new PcaSource(data, Optional.empty());
    }
    workbench.start(device, workbench.backendOf(place));
    OpenRun run = workbench.explaining(() -> workbench.engine().open(place));
    run.changedPlugins()
        .forEach(c -> context.console().note("another jar than the run began with: " + c));
    Reconstructor reconstructor =
        new Reconstructor(workbench.engine().generator(), run.model(), run.epoch());
    return new PcaSource(
        run.data(folder),
        Optional.of(
            new Compared(place, run.header().name(), run.header().latent(), reconstructor)));
  }
}
