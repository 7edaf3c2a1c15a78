package dev.elbow.engine.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.ParameterTensors;
import dev.elbow.engine.registry.Registry;
import dev.elbow.runs.Checkpoint;
import dev.elbow.runs.CheckpointStore;
import dev.elbow.runs.RunFolder;
import dev.elbow.spi.InputException;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;

/** Opens a run with its best checkpoint, or its newest if none was called the best. */
public final class RunOpener {
  private final Registry registry;
  private final ExperimentReader reader;
  private final ModelMaker models;

  @Inject
  RunOpener(Registry registry, ExperimentReader reader, ModelMaker models) {
    this.registry = registry;
    this.reader = reader;
    this.models = models;
  }

  /**
   * Opens the run.
   *
   * @throws InputException if it is no run, has no checkpoint, or a plugin or checkpoint is damaged
   */
  public OpenRun open(Path path) {
    RunFolder folder = RunFolder.open(path);
    ObjectNode manifest = folder.manifest();
    String place = folder.path().toString();
    List<String> changed = Provenance.changedPlugins(manifest, registry, place);
    ExperimentHeader header = header(folder);
    ModelMaker.Made made =
        models.make(header, Provenance.shape(manifest), Provenance.values(manifest));
    return restored(folder, header, made.graphs(), changed);
  }

  /** The run with a model that exists, whose parameters become the checkpoint's. */
  OpenRun restored(
      RunFolder folder, ExperimentHeader header, ModelGraphs model, List<String> changed) {
    Checkpoint checkpoint = checkpoint(folder);
    ParameterTensors.restore(model.parameters(), checkpoint.tensors(), folder.path().toString());
    double epoch = checkpoint.state().path("progress").path("epoch").asDouble();
    return new OpenRun(folder, header, model, checkpoint.step(), epoch, changed);
  }

  /** The run's configuration, complete as it was written. */
  ExperimentHeader header(RunFolder folder) {
    return reader.read(folder.config(), folder.configFile().toString(), List.of());
  }

  private static Checkpoint checkpoint(RunFolder folder) {
    CheckpointStore store = folder.checkpoints();
    long step =
        store
            .best()
            .or(store::latest)
            .orElseThrow(
                () ->
                    new InputException(
                        "RUN-NO-CHECKPOINT",
                        "the run has no checkpoint yet",
                        folder.path().toString(),
                        "Let it finish an epoch: elbow resume " + folder.path()));
    return store.load(step);
  }
}
