package dev.elbow.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.engine.Experiments;
import dev.elbow.engine.experiment.TrainingReport;
import dev.elbow.engine.training.Trainer.Outcome;
import dev.elbow.runs.Checkpoint;
import dev.elbow.runs.RunFolder;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small training has 3 epochs of 3 steps; the last batch of an epoch is smaller. */
class ResumeTest {
  @TempDir Path folder;

  @Test
  void theSameSeedGivesTheSameBits() {
    Experiments.train(folder.resolve("a"), List.of());
    Experiments.train(folder.resolve("b"), List.of());
    assertSameRun(folder.resolve("a"), folder.resolve("b"));
  }

  @Test
  void anotherSeedGivesOtherParameters() {
    Experiments.train(folder.resolve("a"), List.of());
    Experiments.train(folder.resolve("b"), List.of("seed=8"));
    assertThat(newest(folder.resolve("a")).tensors())
        .isNotEqualTo(newest(folder.resolve("b")).tensors());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 8})
  void aTrainingStoppedAnywhereResumesToTheSameBits(int steps) {
    List<String> stochastic = List.of("data.binarize=stochastic");
    Experiments.train(folder.resolve("whole"), stochastic);
    StopSignal stop = new StopSignal();
    Path parts = folder.resolve("parts");
    TrainingReport stopped =
        Experiments.train(parts, stochastic, Experiments.stopAfter(steps, stop), stop);
    assertThat(stopped.outcome()).isEqualTo(Outcome.INTERRUPTED);
    assertThat(newest(parts).step()).isEqualTo(steps);
    assertThat(Experiments.resume(parts).outcome()).isEqualTo(Outcome.FINISHED);
    assertSameRun(folder.resolve("whole"), parts);
  }

  @Test
  void aTrainingKilledBeforeItsFirstCheckpointStartsAgain() throws IOException {
    Experiments.train(folder.resolve("whole"), List.of());
    Path killed = folder.resolve("killed");
    Experiments.train(killed, List.of());
    deleteTree(killed.resolve("checkpoints"));
    Experiments.resume(killed);
    assertSameRun(folder.resolve("whole"), killed);
  }

  @Test
  void aTrainingKilledBetweenTheMetricsAndTheCheckpointRepeatsTheEpoch() throws IOException {
    Experiments.train(folder.resolve("whole"), List.of());
    Path killed = folder.resolve("killed");
    Experiments.train(killed, List.of());
    deleteTree(RunFolder.open(killed).checkpoints().folder(9));
    Experiments.resume(killed);
    assertSameRun(folder.resolve("whole"), killed);
  }

  @Test
  void resumingAFinishedRunChangesNothing() {
    TrainingReport first = Experiments.train(folder.resolve("a"), List.of());
    TrainingReport again = Experiments.resume(folder.resolve("a"));
    assertThat(again.outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(again.metrics()).isEqualTo(first.metrics());
  }

  @Test
  void otherDataThanTheRunBeganWithAreRefused() throws IOException {
    Path run = folder.resolve("a");
    Experiments.train(run, List.of());
    RunFolder opened = RunFolder.open(run);
    ObjectNode manifest = opened.manifest();
    ((ObjectNode) manifest.get("data")).put("sha256", "0".repeat(64));
    opened.writeManifest(manifest);
    assertThatThrownBy(() -> Experiments.resume(run))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.id()).isEqualTo("RUN-DATA-CHANGED"));
  }

  private static void assertSameRun(Path expected, Path actual) {
    Map<String, Tensor> tensors = newest(actual).tensors();
    assertThat(tensors).isEqualTo(newest(expected).tensors());
    assertThat(lines(actual)).isEqualTo(lines(expected));
  }

  private static Checkpoint newest(Path run) {
    return RunFolder.open(run).checkpoints().latestGood().orElseThrow();
  }

  /** The metrics without their times. */
  private static List<ObjectNode> lines(Path run) {
    List<ObjectNode> lines = RunFolder.open(run).metrics().readAll();
    lines.forEach(line -> line.remove(List.of("seconds", "imagesPerSecond")));
    return lines;
  }

  private static void deleteTree(Path root) throws IOException {
    try (var paths = Files.walk(root)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
