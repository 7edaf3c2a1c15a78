package dev.elbow.graph.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.execution.Graphs.Model;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ForwardRunnerTest {
  private final Model model = Graphs.of((g, h) -> h.mul(h).mean());
  private final ForwardRunner runner = new ForwardRunner(model.graph(), List.of("h", "loss"));

  private float[] expected(int batch, long seed) {
    return new GraphRunner(model.graph())
        .outputs(model.feeds(batch, seed).arrays(), List.of("h"))
        .get("h")
        .data()
        .asFloat();
  }

  @Test
  void everyBatchIsExecutedOnceTheSmallerLastOneToo() {
    AtomicReferenceArray<float[]> found = new AtomicReferenceArray<>(7);
    runner.run(
        7,
        i -> new ForwardRunner.Job(model.feeds(i == 6 ? 3 : 5, i), i == 6 ? 3 : 5),
        (i, results) -> assertThat(found.getAndSet(i, results.floats("h"))).isNull());
    for (int i = 0; i < 7; i++) {
      assertThat(found.get(i)).containsExactly(expected(i == 6 ? 3 : 5, i), Offset.offset(1e-5f));
    }
  }

  @Test
  void noBatchIsNoWork() {
    runner.run(0, i -> null, (i, results) -> assertThat(i).isNull());
  }

  @Test
  void changedParametersAreSeen() {
    float before = runner.run(model.feeds(5, 1), 5).floats("h")[0];
    model.store().flat().muli(2);
    assertThat(runner.run(model.feeds(5, 1), 5).floats("h")[0])
        .isCloseTo(2 * before, Offset.offset(1e-5f));
  }

  @Test
  void aScalarIsToldFromAFigureOfEachExample() {
    Results results = runner.run(model.feeds(5, 1), 5);
    assertThat(results.isScalar("loss")).isTrue();
    assertThat(results.isScalar("h")).isFalse();
    assertThat(results.doubles("h")).hasSize(20);
  }
}
