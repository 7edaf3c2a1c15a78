package dev.elbow.graph.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.graph.GradientGraph;
import dev.elbow.graph.capture.Recorder;
import dev.elbow.graph.execution.Graphs;
import dev.elbow.graph.execution.Graphs.Model;
import dev.elbow.spi.Graph;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;

/** Which losses are means over examples that know nothing of each other. */
class SeparabilityTest {
  private static Optional<String> obstacle(BiFunction<Graph, SDVariable, SDVariable> loss)
      throws Exception {
    Model model = Graphs.of(loss);
    GradientGraph.ensure(model.graph().sameDiff());
    return Separability.obstacle(
        Lowering.rewritten(
            Recorder.backward(
                model.graph().sameDiff(),
                GradientGraph.of(model.graph().sameDiff()),
                model.feeds(8, 1).arrays(),
                List.of("loss"),
                model.parameters())),
        8);
  }

  @Test
  void theMeanOfWhatEachExampleGivesIs() throws Exception {
    assertThat(obstacle((g, h) -> g.sameDiff().math().tanh(h).mul(h).sum(1).mean())).isEmpty();
  }

  @Test
  void soIsAWeightedSumOfSuchMeans() throws Exception {
    assertThat(obstacle((g, h) -> h.sum(1).mean().mul(0.5).add(h.mul(h).sum(1).mean()).div(3)))
        .isEmpty();
  }

  @Test
  void theSquareOfAMeanIsNot() throws Exception {
    assertThat(obstacle((g, h) -> h.mean().mul(h.mean()))).isPresent();
  }

  @Test
  void theLogarithmOfAMeanIsNot() throws Exception {
    assertThat(obstacle((g, h) -> g.sameDiff().math().log(h.mul(h).mean()))).isPresent();
  }

  @Test
  void differencesToTheMeanOfTheBatchAreNot() throws Exception {
    assertThat(
            obstacle(
                (g, h) -> {
                  SDVariable centred = h.sub(h.mean(true, 0));
                  return centred.mul(centred).mean();
                }))
        .isPresent();
  }

  @Test
  void productsOfExamplesWithExamplesAreNot() throws Exception {
    assertThat(obstacle((g, h) -> g.sameDiff().mmul(h, h, false, true, false).mean())).isPresent();
  }

  @Test
  void whatHoldsAFigureOfEachExampleIsNoMean() throws Exception {
    Model model = Graphs.of((g, h) -> h.mean());
    GradientGraph.ensure(model.graph().sameDiff());
    Lowering lowering =
        Lowering.rewritten(
            Recorder.backward(
                model.graph().sameDiff(),
                GradientGraph.of(model.graph().sameDiff()),
                model.feeds(8, 1).arrays(),
                List.of("h"),
                model.parameters()));
    assertThat(Separability.obstacle(lowering, 8)).hasValue("the output h");
  }
}
