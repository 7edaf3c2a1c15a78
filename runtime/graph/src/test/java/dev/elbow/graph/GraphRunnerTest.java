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

  /** y = x w with w = 3 of [1, 1], loss = sum of y^2, and y, w and x under other names. */
  private GraphRunner runner() {
    SDVariable x = builder.input("x", 1);
    SDVariable w = builder.root().parameter("w", Initializer.constant(3), 1, 1);
    SDVariable y = builder.output("y", x.mul(w));
    builder.output("same", y);
    builder.output("weight", w);
    builder.output("fed", x);
    builder.output("loss", y.mul(y).sum());
    builder.root().sameDiff().setLossVariables("loss");
    BuiltGraph graph = builder.build();
    ParameterStore.create(1, graph);
    return new GraphRunner(graph);
  }

  private OutAndGrad run(double... x) {
    return runner.gradients(feeds(x), List.of("loss", "y", "same"), List.of("w"));
  }

  private static Map<String, INDArray> feeds(double... x) {
    return Map.of("x", Nd4j.createFromArray(x).reshape(x.length, 1));
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
    assertThat(computed(backward())).isNotEmpty().allMatch(INDArray::wasClosed);
  }

  @Test
  void anExecutionThatFailsLeavesNothingEither() {
    assertThatThrownBy(() -> runner.gradients(Map.of(), List.of("loss"), List.of("w")).getOutputs())
        .isInstanceOf(RuntimeException.class);
    assertThat(run(1, 2).getGradients().get("w").getDouble(0)).isEqualTo(30);
  }

  @Test
  void outputsStayOpenUntilTheCallerClosesThemAndNothingElseDoes() {
    Map<String, INDArray> first = outputs(1, 2);
    Map<String, INDArray> second = outputs(5, 6);
    assertThat(first.get("loss").getDouble(0)).isEqualTo(45);
    assertThat(first.get("same").ravel().toDoubleVector()).containsExactly(3, 6);
    assertThat(second.get("loss").getDouble(0)).isEqualTo(9 * 61);
    Feeds.close(first.values());
    Feeds.close(second.values());
    assertThat(computed(forward())).isNotEmpty().allMatch(INDArray::wasClosed);
  }

  @Test
  void anOutputThatIsAParameterOrAnInputDoesNotLoseIt() {
    for (int i = 0; i < 2; i++) {
      Feeds.close(runner.outputs(feeds(1, 2), List.of("weight", "fed", "y")).values());
    }
    assertThat(outputs(1, 2).get("loss").getDouble(0)).isEqualTo(45);
  }

  private Map<String, INDArray> outputs(double... x) {
    return runner.outputs(feeds(x), List.of("loss", "y", "same"));
  }

  private SameDiff forward() {
    return builder.root().sameDiff();
  }

  private SameDiff backward() {
    return forward().getFunction(FrugalSession.BACKWARD);
  }

  /** What a graph's operations have computed. */
  private static Collection<INDArray> computed(SameDiff graph) {
    InferenceSession session = graph.getSessions().get(Thread.currentThread().getId());
    return session.getNodeValueOutputs().entrySet().stream()
        .filter(entry -> isComputed(graph, entry.getKey().getVariable()))
        .map(entry -> entry.getValue().getTensorValue())
        .toList();
  }

  private static boolean isComputed(SameDiff graph, String name) {
    return graph.getVariable(name).getVariableType() == VariableType.ARRAY;
  }
}
