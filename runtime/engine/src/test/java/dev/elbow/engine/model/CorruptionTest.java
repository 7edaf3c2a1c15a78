package dev.elbow.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.Models;
import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphRunner;
import dev.elbow.spi.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the encoder of a denoising model sees, and what it is scored against. */
class CorruptionTest {
  private static final int ROWS = 4000;
  private static final int FEATURES = Models.SHAPE.features();

  @Test
  void maskingSetsValuesToZeroWithItsProbabilityAndLeavesTheOthers() {
    double[] corrupted = corrupted("{type: masking, level: 0.3}");
    long masked = Arrays.stream(corrupted).filter(v -> v == 0).count();
    assertThat(corrupted).containsOnly(0, 0.75);
    double error = Math.sqrt(0.3 * 0.7 / corrupted.length);
    assertThat((double) masked / corrupted.length).isCloseTo(0.3, within(5 * error));
  }

  @Test
  void gaussianNoiseHasTheLevelAsItsStandardDeviation() {
    double[] corrupted = corrupted("{type: gaussian, level: 0.5}");
    double mean = Arrays.stream(corrupted).average().orElseThrow();
    double variance =
        Arrays.stream(corrupted).map(v -> (v - mean) * (v - mean)).average().getAsDouble();
    double error = 1 / Math.sqrt(corrupted.length);
    assertThat(mean).isCloseTo(0.75, within(5 * 0.5 * error));
    assertThat(variance).isCloseTo(0.25, within(5 * 0.25 * Math.sqrt(2) * error));
  }

  /** Masking nearly everything: the loss can only be that of the clean x. */
  @Test
  void theTargetIsTheCleanExample() {
    ModelGraphs model = model("{type: masking, level: 0.999999}", "[]");
    Map<String, INDArray> training =
        run(model.training().graph(), List.of(TrainingGraph.RECONSTRUCTION), 0.75);
    ModelGraphs plain = Models.small(text(""), "[]", DataType.DOUBLE);
    Map<String, INDArray> blind =
        run(plain.evaluation().graph(), List.of(EvaluationGraph.CODE), 0.0);
    INDArray code = blind.get(EvaluationGraph.CODE);
    Feeds feeds = new Feeds(plain.decoding()).put(ModelGraphs.Z, code);
    INDArray mean =
        new GraphRunner(plain.decoding())
            .outputs(feeds.arrays(), List.of(ModelGraphs.MEAN))
            .get(ModelGraphs.MEAN);
    double expected = 0;
    for (int k = 0; k < FEATURES; k++) {
      double p = mean.getDouble(0, k);
      expected -= 0.75 * Math.log(p) + 0.25 * Math.log(1 - p);
    }
    assertThat(training.get(TrainingGraph.RECONSTRUCTION).getDouble(0))
        .isCloseTo(expected, within(1e-9));
  }

  @Test
  void evaluationScoresTheCleanExample() {
    ModelGraphs denoising = model("{type: gaussian, level: 5}", "[]");
    ModelGraphs plain = Models.small(text(""), "[]", DataType.DOUBLE);
    List<String> nll = List.of(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD);
    assertThat(run(denoising.evaluation().graph(), nll, 0.75))
        .isEqualTo(run(plain.evaluation().graph(), nll, 0.75));
  }

  @Test
  void maskingEverythingIsRefused() {
    assertThatThrownBy(() -> model("{type: masking, level: 1}", "[]"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("masking probability below 1");
  }

  private static double[] corrupted(String corruption) {
    return run(
            model(corruption, "[]").evaluation().graph(), List.of(EvaluationGraph.CORRUPTED), 0.75)
        .get(EvaluationGraph.CORRUPTED)
        .data()
        .asDouble();
  }

  private static ModelGraphs model(String corruption, String objective) {
    return Models.small(text(", corruption: " + corruption), objective, DataType.DOUBLE);
  }

  private static String text(String corruption) {
    return "{latent: 2, encoder: NET, posterior: point, decoder: {type: bernoulli, network: NET}"
        + corruption
        + "}";
  }

  private static Map<String, INDArray> run(BuiltGraph graph, List<String> outputs, double pixel) {
    INDArray x = Nd4j.valueArrayOf(new long[] {ROWS, FEATURES}, pixel, DataType.DOUBLE);
    Feeds feeds = new Feeds(graph).put(TrainingGraph.X, x).noise(ROWS, 5, "test", 0);
    return new GraphRunner(graph).outputs(feeds.arrays(), outputs);
  }
}
