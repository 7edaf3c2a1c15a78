package dev.elbow.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.spi.Initializer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Gradients, and what is left in native memory after them. */
class GraphRunnerTest {
  private final GraphBuilder builder = new GraphBuilder(DataType.DOUBLE, true);
  private final GraphRunner runner = runner();

  /** y = x w with w = 3 of [1, 1], loss = sum of y^2, and y under a second name. */
  private GraphRunner runner() {
    SDVariable x = builder.input("x", 1);
    SDVariable w = builder.root().parameter("w", Initializer.constant(3), 1, 1);
    SDVariable y = builder.output("y", x.mul(w));
    builder.output("same", y);
    builder.output("loss", y.mul(y).sum());
    builder.root().sameDiff().setLossVariables("loss");
    BuiltGraph graph = builder.build();
    ParameterStore.create(1, graph);
    return new GraphRunner(graph);
  }

  private OutAndGrad run(double... x) {
    Map<String, INDArray> feeds = Map.of("x", Nd4j.createFromArray(x).reshape(x.length, 1));
    return runner.gradients(feeds, List.of("loss", "y", "same"), List.of("w"));
  }

  @Test
  void resultsStayOpenUntilTheCallerClosesThem() {
    OutAndGrad first = run(1, 2);
    OutAndGrad second = run(5, 6);
    assertThat(first.getOutputs().get("loss").getDouble(0)).isEqualTo(45);
    assertThat(first.getOutputs().get("y").ravel().toDoubleVector()).containsExactly(3, 6);
    assertThat(first.getOutputs().get("same").ravel().toDoubleVector()).containsExactly(3, 6);
    assertThat(first.getGradients().get("w").getDouble(0)).isEqualTo(30);
    assertThat(second.getGradients().get("w").getDouble(0)).isEqualTo(2 * 3 * 61);
  }

  @Test
  void aClosedResultDoesNotDisturbTheNextExecution() {
    for (int i = 0; i < 3; i++) {
      OutAndGrad found = run(1, 2);
      assertThat(found.getGradients().get("w").getDouble(0)).isEqualTo(30);
      Feeds.close(found.getOutputs().values());
      Feeds.close(found.getGradients().values());
    }
  }

  @Test
  void everythingElseIsFreedAtOnce() {
    OutAndGrad found = run(1, 2);
    Feeds.close(found.getOutputs().values());
    Feeds.close(found.getGradients().values());
    assertThat(intermediates()).isNotEmpty().allMatch(INDArray::wasClosed);
  }

  @Test
  void anExecutionThatFailsLeavesNothingEither() {
    assertThatThrownBy(() -> runner.gradients(Map.of(), List.of("loss"), List.of("w")).getOutputs())
        .isInstanceOf(RuntimeException.class);
    assertThat(run(1, 2).getGradients().get("w").getDouble(0)).isEqualTo(30);
  }

  /** What the backward graph's operations have computed. */
  private Collection<INDArray> intermediates() {
    SameDiff backward = builder.root().sameDiff().getFunction(SessionMemory.BACKWARD);
    InferenceSession session = backward.getSessions().get(Thread.currentThread().getId());
    return session.getNodeValueOutputs().entrySet().stream()
        .filter(entry -> isComputed(backward, entry.getKey().getVariable()))
        .map(entry -> entry.getValue().getTensorValue())
        .toList();
  }

  private static boolean isComputed(SameDiff backward, String name) {
    return backward.getVariable(name).getVariableType() == VariableType.ARRAY;
  }
}
