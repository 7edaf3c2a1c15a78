package dev.elbow.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.data.Binarization;
import dev.elbow.data.DataOptions;
import dev.elbow.data.DataSplits;
import dev.elbow.data.Split;
import dev.elbow.engine.Experiments;
import dev.elbow.engine.Plugins;
import dev.elbow.engine.experiment.OpenRun;
import dev.elbow.engine.model.EvaluationGraph;
import dev.elbow.engine.model.TrainingGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphRunner;
import dev.elbow.runs.Figure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

class EvaluatorTest {
  private static OpenRun run;
  private static Split split;

  @BeforeAll
  static void train(@TempDir Path folder) {
    Experiments.train(folder.resolve("run"), List.of());
    run = Plugins.engine().open(folder.resolve("run"));
    split =
        DataSplits.open(
                new DataOptions(
                    java.util.Optional.of("fashion-mnist-sample"),
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    Binarization.NONE,
                    60,
                    java.util.Optional.empty(),
                    0),
                Experiments.NO_FOLDER,
                7)
            .validation()
            .orElseThrow();
  }

  /** Each example alone, with the noise it has in the batch: no reduction may mix examples. */
  @Test
  void aBatchScoresEachExampleAsIfItWereAlone() {
    Evaluation batched = new Evaluator().evaluate(run.model(), split, 7, 3);
    GraphRunner runner = new GraphRunner(run.model().evaluation().graph());
    Map<String, INDArray> noise =
        new Feeds(runner.graph()).noise(60, 7, "evaluate/" + split.name(), 0).arrays();
    double nll = 0;
    double kl = 0;
    double squares = 0;
    for (int i = 0; i < 60; i++) {
      Feeds feeds =
          new Feeds(runner.graph())
              .put(TrainingGraph.X, split.batch(new int[] {i}, 0).pixels(), 1, 784);
      for (Map.Entry<String, INDArray> entry : noise.entrySet()) {
        feeds.put(
            entry.getKey(),
            entry.getValue().get(NDArrayIndex.interval(i, i + 1), NDArrayIndex.all()).dup());
      }
      Map<String, INDArray> alone =
          runner.outputs(
              feeds.arrays(), List.of(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD, EvaluationGraph.KL));
      double n = alone.get(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD).getDouble(0);
      double k = alone.get(EvaluationGraph.KL).getDouble(0);
      nll += n / 60;
      kl += k / 60;
      squares += (n + k) * (n + k) / 60;
    }
    assertThat(batched.reconstruction().mean()).isCloseTo(nll, within(1e-3));
    assertThat(batched.kl().orElseThrow().mean()).isCloseTo(kl, within(1e-4));
    assertThat(batched.negativeElbo().orElseThrow().mean()).isCloseTo(nll + kl, within(1e-3));
    double variance = (squares - (nll + kl) * (nll + kl)) * 60 / 59;
    assertThat(batched.negativeElbo().get().standardError())
        .isCloseTo(Math.sqrt(variance / 60), within(1e-2));
  }

  @Test
  void greyScaleCrossEntropyIsNotPrintedAsABound() {
    Figure metric =
        new Evaluator().evaluate(run.model(), split, 7, 3).metrics("test").get("test.negativeElbo");
    assertThat(metric.bound().orElseThrow().holds()).isFalse();
    assertThat(metric.bound().get().reason()).contains("grey-scale");
  }

  @Test
  void binaryDataMakeItABound(@TempDir Path folder) {
    var report = Experiments.train(folder.resolve("run"), List.of("data.binarize=threshold"));
    Figure metric = report.metrics().get("test.negativeElbo");
    assertThat(metric.bound().orElseThrow().holds()).isTrue();
    assertThat(metric.bound().get().reason()).isEqualTo("log p(x)");
  }

  @Test
  void theSameRunGivesTheSameFigures() {
    Evaluator evaluator = new Evaluator();
    assertThat(evaluator.evaluate(run.model(), split, 7, 3))
        .isEqualTo(evaluator.evaluate(run.model(), split, 7, 3));
  }

  @Test
  void theErrorOfBatchesIsThatOfTheMeanOfTheFullOnes() {
    double[] values = new double[21];
    double[] means = new double[10];
    for (int i = 0; i < 10; i++) {
      values[2 * i] = i * i;
      values[2 * i + 1] = i * i + 2;
      means[i] = i * i + 1;
    }
    values[20] = 100;

    Estimate estimate = Estimate.ofBatches(values, 2);
    assertThat(estimate.mean()).isCloseTo(Estimate.of(values).mean(), within(1e-12));
    assertThat(estimate.standardError())
        .isCloseTo(Estimate.of(means).standardError(), within(1e-12));
    assertThat(Estimate.ofBatches(new double[19], 2).standardError()).isNaN();
  }

  @Test
  void theStandardErrorIsThatOfTheMean() {
    Estimate estimate = Estimate.of(new double[] {1, 2, 3, 4});
    assertThat(estimate.mean()).isEqualTo(2.5);
    assertThat(estimate.standardError()).isCloseTo(Math.sqrt(5.0 / 3 / 4), within(1e-12));
  }
}
