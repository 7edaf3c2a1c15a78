package dev.elbow.graph.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.graph.Feeds;
import dev.elbow.graph.GradientGraph;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.capture.Recorder;
import dev.elbow.graph.capture.Recording;
import dev.elbow.graph.capture.UncapturableException;
import dev.elbow.graph.execution.Graphs;
import dev.elbow.graph.execution.Graphs.Model;
import dev.elbow.graph.ir.Call;
import dev.elbow.graph.ir.MapNode;
import dev.elbow.graph.ir.MapOp;
import dev.elbow.graph.parallel.Workers;
import dev.elbow.graph.program.Program;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Each rewrite leaves no call of ND4J behind, and changes neither results nor gradients. */
class RewritesTest {
  private interface Loss extends BiFunction<Graph, SDVariable, SDVariable> {}

  private static Arguments of(String name, Loss loss) {
    return Arguments.of(name, loss);
  }

  static Stream<Arguments> rewrites() {
    return Stream.of(
        of("relu", (g, h) -> g.sameDiff().nn().relu(h, 0).mean()),
        of("leaky relu", (g, h) -> g.sameDiff().nn().leakyRelu(h, 0.2).mean()),
        of("sigmoid", (g, h) -> g.sameDiff().nn().sigmoid(h).mean()),
        of("tanh", (g, h) -> g.sameDiff().math().tanh(h).mean()),
        of("exp", (g, h) -> g.sameDiff().math().exp(h).mean()),
        of("log of a square", (g, h) -> g.sameDiff().math().log(h.mul(h).add(0.1)).mean()),
        of("log1p", (g, h) -> g.sameDiff().math().log1p(h.mul(h)).mean()),
        of("abs", (g, h) -> g.sameDiff().math().abs(h).mean()),
        of("clip", (g, h) -> g.sameDiff().math().clipByValue(h, -0.5, 0.5).mul(h).mean()),
        of("negation", (g, h) -> h.neg().mul(h).mean()),
        of("difference of scalar", (g, h) -> h.rsub(1).mul(h).mean()),
        of("quotient", (g, h) -> h.div(h.mul(h).add(1)).mean()),
        of("sum of examples", (g, h) -> h.mul(h).sum(1).mean()),
        of("sum with kept dimension", (g, h) -> h.mul(h).sum(true, 1).mul(h).mean()),
        of("mean over the batch", (g, h) -> h.mul(h).mean(0).mul(2).sum()),
        of("bias on columns", (g, h) -> h.mul(row(g)).mean()),
        of("figure on rows", (g, h) -> h.div(h.mul(h).sum(true, 1).add(1)).mean()),
        of("bias on channels", RewritesTest::channels),
        of("columns cut out", (g, h) -> halves(g, h).mean()),
        of("parameter unread", (g, h) -> h.mean().add(row(g).sum().mul(0))),
        of(
            "product with a transpose",
            (g, h) -> g.sameDiff().mmul(h, square(g), false, true, false).mean()),
        of("product of a transpose", (g, h) -> g.sameDiff().mmul(h, h, true, false, false).mean()),
        of("cross-entropy of logits", RewritesTest::crossEntropy));
  }

  private static SDVariable row(Graph g) {
    return g.parameter("row", Initializer.normal(1), 1, 4);
  }

  private static SDVariable square(Graph g) {
    return g.parameter("square", Initializer.normal(1), 4, 4);
  }

  private static SDVariable channels(Graph g, SDVariable h) {
    SDVariable image = h.reshape(-1, 2, 1, 2);
    SDVariable bias = g.parameter("channel", Initializer.normal(1), 1, 2, 1, 1);
    return image.add(bias).mul(image).mean();
  }

  private static SDVariable halves(Graph g, SDVariable h) {
    SDVariable left = g.sameDiff().slice(h, new int[] {0, 0}, -1, 2);
    SDVariable right = g.sameDiff().slice(h, new int[] {0, 2}, -1, 2);
    return left.mul(g.sameDiff().math().exp(right));
  }

  /** softplus(h) - x h with the softplus of the decoder, taken apart. */
  private static SDVariable crossEntropy(Graph g, SDVariable h) {
    return g.softplus(h).sub(h.mul(0.3)).sum(1).mean();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rewrites")
  void resultsAndGradientsStayAndNoCallIsLeft(String name, Loss loss) throws Exception {
    Model model = Graphs.of(loss);
    Recording recording = record(model, 5);
    assertThat(Lowering.rewritten(recording).nodes())
        .noneMatch(node -> node instanceof Call)
        .hasSizeLessThan(recording.calls().size() + 8);
    for (boolean rewrite : new boolean[] {true, false}) {
      Program program = Program.of(recording, Map.of(), rewrite, 1);
      for (int seed = 2; seed < 4; seed++) {
        Map<String, INDArray> expected = reference(model, model.feeds(5, seed));
        model.feeds(5, seed).copyTo(program::input, 5, 0, 5);
        program.run(Workers.caller());
        expected.forEach((output, array) -> same(output, array, program.output(output)));
      }
      program.close();
    }
  }

  @Test
  void theCrossEntropyPairBecomesOneSoftplusAndOneSigmoid() throws Exception {
    List<MapOp> operations =
        Lowering.rewritten(record(Graphs.of(RewritesTest::crossEntropy), 5)).nodes().stream()
            .filter(MapNode.class::isInstance)
            .map(node -> ((MapNode) node).operation())
            .toList();
    assertThat(operations).containsOnlyOnce(MapOp.SOFTPLUS, MapOp.SIGMOID_OF, MapOp.EXP);
    assertThat(operations).doesNotContain(MapOp.LOG1P, MapOp.SIGN, MapOp.DIVIDE);
  }

  private static Recording record(Model model, int batch) throws UncapturableException {
    GradientGraph.ensure(model.graph().sameDiff());
    return Recorder.backward(
        model.graph().sameDiff(),
        GradientGraph.of(model.graph().sameDiff()),
        model.feeds(batch, 1).arrays(),
        List.of("h", "loss"),
        model.parameters());
  }

  private static Map<String, INDArray> reference(Model model, Feeds feeds) {
    OutAndGrad found =
        new GraphRunner(model.graph())
            .gradients(feeds.arrays(), List.of("h", "loss"), model.parameters());
    Map<String, INDArray> all = new LinkedHashMap<>(found.getOutputs());
    found.getGradients().forEach((name, array) -> all.put(Recorder.GRADIENT + name, array));
    return all;
  }

  private static void same(String name, INDArray expected, INDArray actual) {
    double norm = expected.norm2Number().doubleValue();
    double difference =
        actual
            .castTo(DataType.DOUBLE)
            .sub(expected.castTo(DataType.DOUBLE))
            .norm2Number()
            .doubleValue();
    assertThat(difference).describedAs(name).isLessThanOrEqualTo(2e-6 * norm + 1e-7);
  }
}
