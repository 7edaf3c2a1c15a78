package dev.elbow.engine;

import dev.elbow.data.DataFolder;
import dev.elbow.engine.experiment.Engine;
import dev.elbow.engine.experiment.TrainingReport;
import dev.elbow.engine.training.EpochFigures;
import dev.elbow.engine.training.StopSignal;
import dev.elbow.engine.training.TrainingListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Small trainings on a few images of the embedded sample. */
public final class Experiments {
  public static final DataFolder NO_FOLDER = new DataFolder(Path.of("no-data-here"));

  private static final String SMALL =
      """
      name: small
      seed: 7
      data: {dataset: fashion-mnist-sample, limit: 70, validation: 30}
      model:
        latent: 3
        encoder: {type: mlp, hidden: [8]}
        posterior: ar1
        decoder: {type: bernoulli, network: {type: mlp, hidden: [8]}}
      training: {epochs: 3, batch: 32}
      """;

  private Experiments() {}

  public static TrainingReport train(Path out, List<String> overrides) {
    return train(out, overrides, new TrainingListener() {}, new StopSignal());
  }

  public static TrainingReport train(
      Path out, List<String> overrides, TrainingListener listener, StopSignal stop) {
    Engine engine = Plugins.engine();
    return engine.train(
        engine.reader().read(SMALL, "small", overrides),
        NO_FOLDER,
        Optional.of(out),
        listener,
        stop);
  }

  public static TrainingReport resume(Path run) {
    return Plugins.engine().resume(run, NO_FOLDER, new TrainingListener() {}, new StopSignal());
  }

  /** Asks for a stop after so many steps. */
  public static TrainingListener stopAfter(long steps, StopSignal stop) {
    return new TrainingListener() {
      @Override
      public void stepped(EpochFigures figures, double fraction, double secondsLeft) {
        if (figures.step() == steps) {
          stop.request();
        }
      }
    };
  }
}
