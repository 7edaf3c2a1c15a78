package dev.elbow.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.engine.Experiments;
import dev.elbow.engine.experiment.TrainingReport;
import dev.elbow.engine.training.Trainer.Outcome;
import dev.elbow.runs.RunFolder;
import dev.elbow.spi.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
  @TempDir Path folder;

  @Test
  void trainingLowersTheObjective() {
    List<EpochFigures> epochs = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void epochDone(EpochFigures figures) {
            epochs.add(figures);
          }
        };
    Experiments.train(
        folder.resolve("run"),
        List.of("training.epochs=8", "training.optimizer.learningRate=0.02"),
        listener,
        new StopSignal());
    assertThat(epochs).hasSize(8);
    assertThat(epochs.get(7).objective()).isLessThan(epochs.get(0).objective() - 50);
    assertThat(epochs.get(7).validation().getAsDouble())
        .isLessThan(epochs.get(0).validation().getAsDouble() - 50);
  }

  @Test
  void theObjectiveIsReconstructionPlusWeightedKl() {
    Path run = folder.resolve("run");
    Experiments.train(run, List.of("objective=[{type: kl, weight: 4}]"));
    for (ObjectNode line : RunFolder.open(run).metrics().readAll()) {
      var train = line.get("train");
      double expected = train.get("reconstruction").asDouble() + 4 * train.get("kl").asDouble();
      assertThat(train.get("objective").asDouble()).isCloseTo(expected, within(1e-3));
    }
  }

  @Test
  void aRunHoldsConfigurationManifestMetricsCheckpointAndPictures() {
    TrainingReport report = Experiments.train(folder.resolve("run"), List.of());
    for (String file :
        List.of(
            "config.yaml",
            "manifest.json",
            "metrics.jsonl",
            "evaluation.json",
            "images/samples.png",
            "images/reconstructions.png",
            "checkpoints/step-000000009/model.safetensors",
            "checkpoints/step-000000009/manifest.json")) {
      assertThat(report.run().resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void aLossThatIsNotFiniteStopsAtOnceAndNamesTermAndStep() {
    Path run = folder.resolve("run");
    assertThatThrownBy(
            () -> Experiments.train(run, List.of("training.optimizer.learningRate=1.0e12")))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> {
              assertThat(e.id()).isEqualTo("TRAIN-NOT-FINITE");
              assertThat(e.problem()).containsAnyOf("'kl'", "'reconstruction'");
              assertThat(e.place()).startsWith("step ");
            });
  }

  @Test
  void aLossThatIsNotFiniteKeepsTheLastGoodCheckpoint() {
    Path run = folder.resolve("run");
    StopSignal stop = new StopSignal();
    Experiments.train(run, List.of(), Experiments.stopAfter(4, stop), stop);
    RunFolder opened = RunFolder.open(run);
    var before = opened.checkpoints().latestGood().orElseThrow();
    opened.writeConfig(opened.config().replace("value: 1.0e-3", "value: 1.0e12"));
    assertThatThrownBy(() -> Experiments.resume(run))
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.id()).isEqualTo("TRAIN-NOT-FINITE"));
    var after = opened.checkpoints().latestGood().orElseThrow();
    assertThat(after.step()).isEqualTo(before.step());
    assertThat(after.tensors()).isEqualTo(before.tensors());
  }

  @Test
  void trainingStopsEarlyWhenValidationStalls() {
    TrainingReport report =
        Experiments.train(
            folder.resolve("run"),
            List.of("training.epochs=50", "training.earlyStopping={patience: 2, minDelta: 1.0e6}"));
    assertThat(report.outcome()).isEqualTo(Outcome.STOPPED_EARLY);
    assertThat(RunFolder.open(report.run()).metrics().readAll()).hasSize(3);
    assertThat(Experiments.resume(report.run()).outcome()).isEqualTo(Outcome.STOPPED_EARLY);
  }

  @Test
  void theBestCheckpointByValidationIsTheOneThatIsEvaluated() {
    TrainingReport report =
        Experiments.train(
            folder.resolve("run"),
            List.of("training.epochs=4", "training.earlyStopping={patience: 3, minDelta: 1.0e6}"));
    assertThat(RunFolder.open(report.run()).checkpoints().best()).contains(3L);
  }

  @Test
  void anUnknownDatasetIsNamedWithItsPlace() {
    assertThatThrownBy(
            () ->
                Experiments.train(folder.resolve("run"), List.of("data={dataset: fashion-mnits}")))
        .isInstanceOfSatisfying(
            dev.elbow.spi.InputException.class,
            e -> assertThat(e.place()).startsWith("--set data=").endsWith("data.dataset"));
  }

  @Test
  void wrongInputLeavesNoRunBehind() {
    Path run = folder.resolve("run");
    assertThatThrownBy(() -> Experiments.train(run, List.of("data.dataset=no-such-data")))
        .isInstanceOf(dev.elbow.spi.InputException.class);
    assertThat(Files.exists(run)).isFalse();
  }
}
