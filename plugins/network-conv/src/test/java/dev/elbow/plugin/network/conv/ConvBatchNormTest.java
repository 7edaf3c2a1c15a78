package dev.elbow.plugin.network.conv;

import static dev.elbow.plugin.network.conv.Networks.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.graph.ParameterSpec;
import dev.elbow.spi.DataShape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Training normalises by the batch, evaluation by what training has kept. */
class ConvBatchNormTest {
  private static final DataShape SHAPE = image(1, 6, 5);
  private static final DataShape CODE = DataShape.vector(2);
  private static final String OPTIONS =
      "{filters: [2, 3], kernel: 3, hidden: [4], batchNorm: true, momentum: 0, activation: tanh}";

  private static Bench bench(boolean training, DataShape from, DataShape to) {
    return new Bench(training, Networks.of(OPTIONS), from, to);
  }

  @Test
  void everyHiddenLayerIsNormalisedAndHasNoBias() {
    List<String> encoder = names(bench(true, SHAPE, CODE).graph().parameters());
    assertThat(encoder)
        .contains(
            "net/convolution-0-norm/scale",
            "net/convolution-1-norm/shift",
            "net/hidden-0-norm/scale",
            "net/output/bias")
        .doesNotContain("net/convolution-0/bias", "net/hidden-0/bias", "net/output-norm/scale");
    List<String> decoder = names(bench(true, CODE, SHAPE).graph().parameters());
    assertThat(decoder)
        .contains(
            "net/hidden-0-norm/scale",
            "net/projection-norm/scale",
            "net/transposed-1-norm/scale",
            "net/output/bias")
        .doesNotContain("net/projection/bias", "net/transposed-1/bias");
  }

  @Test
  void everyStateIsUpdatedInTrainingAndNoneInEvaluation() {
    Bench training = bench(true, SHAPE, CODE);
    assertThat(names(training.graph().states())).hasSize(6);
    assertThat(training.graph().updates())
        .containsOnlyKeys(names(training.graph().states()).toArray(String[]::new));
    assertThat(bench(false, SHAPE, CODE).graph().updates()).isEmpty();
  }

  private static List<String> names(List<ParameterSpec> specs) {
    return specs.stream().map(ParameterSpec::name).toList();
  }

  /**
   * With momentum 0 a step keeps the batch's own statistics. Evaluation of the same batch then
   * differs from training by the unbiased variance alone, which is set right here.
   */
  @Test
  void evaluationWithTheBatchsStatisticsGivesWhatTrainingGave() {
    requireSame(SHAPE, CODE, new int[] {9, 4, 1});
    requireSame(CODE, SHAPE, new int[] {1, 1, 9});
  }

  private static void requireSame(DataShape from, DataShape to, int[] positions) {
    int batch = 4;
    double[][] x = Bench.normal(batch, from.features());
    Bench training = bench(true, from, to).moved();
    Bench evaluation = bench(false, from, to).moved();
    int layer = 0;
    for (ParameterSpec state : training.graph().states()) {
      String name = state.name().substring("net/".length());
      INDArray next = Nd4j.createFromArray(training.next(x, name)).reshape(state.shape());
      int values = batch * positions[layer / 2];
      boolean isVariance = name.endsWith("variance");
      evaluation.array(name).assign(isVariance ? next.mul((values - 1.0) / values) : next);
      layer++;
    }
    double[][] expected = training.value(x);
    double[][] found = evaluation.value(x);
    for (int i = 0; i < batch; i++) {
      assertThat(found[i]).containsExactly(expected[i], within(1e-12));
    }
  }

  @Test
  void inEvaluationAnExampleDoesNotDependOnTheOthers() {
    Bench evaluation = bench(false, SHAPE, CODE).moved();
    double[][] x = Bench.normal(3, SHAPE.features());
    double[] alone = evaluation.value(new double[][] {x[1]})[0];
    assertThat(evaluation.value(x)[1]).containsExactly(alone, within(1e-14));
  }

  @Test
  void aBatchOfOneThatReachesASinglePixelStaysFinite() {
    Bench training = bench(true, image(1, 2, 2), CODE).moved();
    double[][] x = Bench.normal(1, 4);
    assertThat(training.value(x)[0]).doesNotContain(Double.NaN);
    training
        .gradients(x)
        .values()
        .forEach(g -> assertThat(g.dup('c').data().asDouble()).doesNotContain(Double.NaN));
    assertThat(training.next(x, "hidden-0-norm/variance")).containsOnly(0);
  }
}
