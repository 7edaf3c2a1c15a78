package dev.elbow.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.engine.Experiments;
import dev.elbow.engine.Plugins;
import dev.elbow.engine.experiment.TrainingReport;
import dev.elbow.engine.training.Trainer.Outcome;
import dev.elbow.runs.Checkpoint;
import dev.elbow.runs.RunFolder;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole trainings with averaged weights, and with other optimizers than Adam. */
class AveragingTest {
  private static final String AVERAGED = "training.averaging=0.99";

  @TempDir Path folder;

  @Test
  void theTrainingItselfIsTheSameAndTheValidationIsNot() {
    List<ObjectNode> plain = lines(train("plain"));
    List<ObjectNode> averaged = lines(train("averaged", AVERAGED));
    for (int i = 0; i < plain.size(); i++) {
      assertThat(averaged.get(i).get("train")).isEqualTo(plain.get(i).get("train"));
      assertThat(averaged.get(i).get("validation")).isNotEqualTo(plain.get(i).get("validation"));
    }
  }

  /** The weights lie in the order of their names. */
  @Test
  void aCheckpointKeepsTheAverageUnderTheParametersNamesAndTheWeightsBeside() {
    Map<String, Tensor> plain = new TreeMap<>(newest(train("plain")).tensors());
    Map<String, Tensor> averaged = newest(train("averaged", AVERAGED)).tensors();
    plain.keySet().removeIf(name -> name.startsWith("optimizer."));
    float[] weights = averaged.get("optimizer.weights").data();
    int from = 0;
    for (Map.Entry<String, Tensor> entry : plain.entrySet()) {
      float[] expected = entry.getValue().data();
      assertThat(Arrays.copyOfRange(weights, from, from + expected.length)).isEqualTo(expected);
      assertThat(averaged.get(entry.getKey())).isNotEqualTo(entry.getValue());
      from += expected.length;
    }
    assertThat(weights).hasSize(from);
  }

  @Test
  void theRunIsEvaluatedWithTheAverage() {
    TrainingReport report = Experiments.train(folder.resolve("averaged"), List.of(AVERAGED));
    var engine = Plugins.engine();
    var again = engine.evaluate(engine.open(report.run()), Experiments.NO_FOLDER);
    assertThat(again).isEqualTo(report.metrics());
    TrainingReport plain = Experiments.train(folder.resolve("plain"), List.of());
    assertThat(report.metrics()).isNotEqualTo(plain.metrics());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aTrainingStoppedAnywhereResumesToTheSameBits(int steps) {
    assertResumes(steps, AVERAGED);
  }

  /** One without moments, one with two of other names than Adam's. */
  @ParameterizedTest
  @ValueSource(strings = {"{type: sgd, momentum: 0}", "adadelta"})
  void anotherOptimizerResumesToTheSameBits(String optimizer) {
    assertResumes(4, "training.optimizer=" + optimizer);
  }

  private void assertResumes(int steps, String option) {
    Path whole = train("whole", option);
    Path parts = folder.resolve("parts");
    StopSignal stop = new StopSignal();
    Experiments.train(parts, List.of(option), Experiments.stopAfter(steps, stop), stop);
    assertThat(Experiments.resume(parts).outcome()).isEqualTo(Outcome.FINISHED);
    assertThat(newest(parts).tensors()).isEqualTo(newest(whole).tensors());
    assertThat(lines(parts)).isEqualTo(lines(whole));
  }

  @ParameterizedTest
  @ValueSource(strings = {"adamw", "rmsprop"})
  void anotherOptimizerLowersTheObjective(String optimizer) {
    List<ObjectNode> lines =
        lines(
            train(
                "run",
                "training.epochs=8",
                "training.optimizer={type: " + optimizer + ", learningRate: 0.02}"));
    double first = lines.get(0).at("/train/objective").asDouble();
    assertThat(lines.get(7).at("/train/objective").asDouble()).isLessThan(first - 50);
  }

  @Test
  void averagingCannotBeTurnedOnInTheMiddle() {
    Path run = train("run");
    RunFolder opened = RunFolder.open(run);
    String config = opened.config();
    opened.writeConfig(config.replace("training:\n", "training:\n  averaging: 0.9\n"));
    assertThatThrownBy(() -> Experiments.resume(run))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.id()).isEqualTo("CHECKPOINT-MISMATCH");
              assertThat(e.problem()).contains("optimizer.weights");
            });
  }

  private Path train(String name, String... overrides) {
    Path run = folder.resolve(name);
    Experiments.train(run, List.of(overrides));
    return run;
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
}
