package dev.elbow.graph.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.execution.Graphs.Model;
import dev.elbow.graph.parallel.KernelThreads;
import dev.elbow.spi.Graph;
import dev.elbow.spi.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Gradients replayed, in every way to share the work, against SameDiff's. */
class GradientRunnerTest {
  private final List<String> remarks = new ArrayList<>();
  private final ExecutionListener listener =
      new ExecutionListener() {
        @Override
        public void shared(String how) {
          remarks.add(how);
        }

        @Override
        public void notCaptured(String reason) {
          remarks.add("SameDiff: " + reason);
        }
      };

  private static BiFunction<Graph, SDVariable, SDVariable> separable() {
    return (g, h) -> g.sameDiff().math().tanh(h).mul(h).sum(1).mean();
  }

  private static BiFunction<Graph, SDVariable, SDVariable> mixing() {
    return (g, h) -> h.mul(h.mean(true, 0)).mean();
  }

  private GradientRunner runner(Model model, Integer replicas) {
    ParallelismChoice choice =
        new ParallelismChoice(Optional.ofNullable(replicas), ParallelismMemory.ofProcess());
    return new GradientRunner(model.graph(), model.store(), List.of("loss"), choice, listener);
  }

  private static INDArray gradient(GradientRunner runner) {
    INDArray sum = null;
    for (Gradient part : runner.gradients()) {
      INDArray weighted = part.flat().mul(part.weight());
      sum = sum == null ? weighted : sum.add(weighted);
    }
    return sum;
  }

  private static void isSameDiffs(Model model, GradientRunner runner, int batch, long seed) {
    Feeds feeds = model.feeds(batch, seed);
    var expected =
        new GraphRunner(model.graph())
            .gradients(feeds.arrays(), List.of("loss"), model.parameters());
    Results results = runner.run(model.feeds(batch, seed), batch);
    double loss = expected.getOutputs().get("loss").getDouble(0);
    assertThat(results.scalar("loss"))
        .isCloseTo(loss, org.assertj.core.api.Assertions.within(1e-6 * (1 + Math.abs(loss))));
    Map<String, INDArray> views = model.store().viewsOf(gradient(runner));
    expected
        .getGradients()
        .forEach(
            (name, array) ->
                assertThat(views.get(name).distance2(array))
                    .describedAs(name)
                    .isLessThanOrEqualTo(2e-6 * array.norm2Number().doubleValue() + 1e-7));
  }

  private static void trainsLikeSameDiff(Model model, GradientRunner runner) {
    for (int step = 0; step < 3; step++) {
      isSameDiffs(model, runner, 9, step);
      isSameDiffs(model, runner, 5, step);
      model.store().flat().muli(0.9);
    }
  }

  @Test
  void aStepReplayedIsSameDiffsForBothSizesOfTheBatchAndAfterTheParametersChange() {
    Model model = Graphs.of(separable());
    trainsLikeSameDiff(model, runner(model, 1));
  }

  @Test
  void replicasOnSlicesOfUnequalSizesGiveTheSameGradient() {
    Model model = Graphs.of(separable());
    GradientRunner runner = runner(model, 3);
    trainsLikeSameDiff(model, runner);
    assertThat(runner.gradients()).hasSize(3);
    assertThat(runner.gradients()).extracting(Gradient::weight).containsExactly(0.2, 0.4, 0.4);
  }

  @Test
  void theSameSettingGivesTheSameBits() {
    Model model = Graphs.of(separable());
    for (int replicas : new int[] {1, 2}) {
      GradientRunner first = runner(model, replicas);
      GradientRunner second = runner(model, replicas);
      first.run(model.feeds(9, 1), 9);
      second.run(model.feeds(9, 1), 9);
      assertThat(gradient(first)).isEqualTo(gradient(second));
    }
  }

  @Test
  void aModelWhoseExamplesMixIsNotSliced() {
    Model model = Graphs.of(mixing());
    GradientRunner runner = runner(model, null);
    trainsLikeSameDiff(model, runner);
    assertThat(runner.parallelism().orElseThrow().replicas()).isEqualTo(1);
    if (KernelThreads.available() > 1) {
      assertThat(remarks).singleElement().asString().contains("the batch cannot be sliced");
    }
  }

  @Test
  void replicasOfAModelWhoseExamplesMixAreRefused() {
    Model model = Graphs.of(mixing());
    assertThatThrownBy(() -> runner(model, 2).run(model.feeds(9, 1), 9))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("REPLICAS-NOT-POSSIBLE")
        .hasMessageContaining("backend.replicas");
  }

  @Test
  void whatIsMeasuredOnceIsKept() {
    Model model = Graphs.of(separable());
    GradientRunner first = runner(model, null);
    first.run(model.feeds(9, 1), 9);
    GradientRunner second = runner(model, null);
    second.run(model.feeds(9, 1), 9);
    assertThat(second.parallelism()).isEqualTo(first.parallelism());
    if (KernelThreads.available() > 1) {
      assertThat(remarks.get(remarks.size() - 1)).contains("as measured here before");
    }
  }

  @Test
  void aTrainingThatGoesOnSharesItsStepsAsBefore() {
    Model model = Graphs.of(separable());
    GradientRunner runner = runner(model, null);
    runner.continueAs(Optional.of(new Parallelism(1, 2)));
    runner.run(model.feeds(9, 1), 9);
    assertThat(runner.gradients()).hasSize(2);
    assertThat(remarks).isEmpty();
  }

  @Test
  void aGraphThatDrawsItsOwnNumbersGoesThroughSameDiffAndTheLogSaysSo() {
    Model model =
        Graphs.of((g, h) -> h.add(g.sameDiff().random().normal(0, 1e-9, h.dataType(), 1)).mean());
    GradientRunner runner = runner(model, null);
    isSameDiffs(model, runner, 5, 1);
    assertThat(remarks)
        .singleElement()
        .asString()
        .contains("SameDiff")
        .contains("draws its own random numbers");
  }

  @Test
  void parametersThatTheLossDoesNotReachGetNoGradient() {
    Model model =
        Graphs.of(
            (g, h) -> {
              g.parameter("unread", dev.elbow.spi.Initializer.normal(1), 3);
              return h.mean();
            });
    GradientRunner runner = runner(model, 1);
    runner.run(model.feeds(4, 1), 4);
    INDArray unread = model.store().viewsOf(gradient(runner)).get("unread");
    assertThat(unread).isEqualTo(Nd4j.zeros(3));
  }
}
