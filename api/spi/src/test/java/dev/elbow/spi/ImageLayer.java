package dev.elbow.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.BiFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One layer on one batch of images, whose number the graph does not know. */
final class ImageLayer {
  private final PlainGraph graph;
  private final Map<String, INDArray> feed;
  private final SDVariable output;

  ImageLayer(boolean training, Images x, BiFunction<Graph, SDVariable, SDVariable> layer) {
    graph = new PlainGraph(training);
    DataShape shape = x.shape();
    SDVariable input =
        graph
            .sameDiff()
            .placeHolder("x", DataType.DOUBLE, -1, shape.channels(), shape.height(), shape.width());
    // ND4J differentiates by variables alone, so a variable of zeros is added to what is fed
    SDVariable shifted = input.add(graph.sameDiff().var("images", Nd4j.zerosLike(x.array())));
    feed = Map.of("x", x.array());
    output = layer.apply(graph, shifted);
  }

  /** The values in row-major order; the shape is checked. */
  double[] value(int batch, DataShape expected) {
    INDArray found = run(output);
    assertThat(found.shape())
        .containsExactly(batch, expected.channels(), expected.height(), expected.width());
    return found.dup('c').data().asDouble();
  }

  /** What the state becomes after this step. */
  double[] next(String state) {
    return run(graph.next(state)).dup('c').data().asDouble();
  }

  boolean updates(String state) {
    return graph.next(state) != null;
  }

  double[] parameter(String name) {
    return array(name).dup('c').data().asDouble();
  }

  void set(String name, double... values) {
    array(name).assign(Nd4j.createFromArray(values).reshape(array(name).shape()));
  }

  boolean has(String name) {
    return graph.sameDiff().hasVariable(name);
  }

  private INDArray array(String name) {
    return graph.sameDiff().getVariable(name).getArr();
  }

  private INDArray run(SDVariable variable) {
    return graph.sameDiff().output(feed, variable.name()).get(variable.name());
  }

  /**
   * The gradient of sum_i upstream_i y_i.
   *
   * @param name of a parameter, or {@code images} for the layer's input
   */
  double[] gradient(String name, double... upstream) {
    INDArray weights = Nd4j.createFromArray(upstream).reshape(run(output).shape());
    SDVariable loss = output.mul(graph.sameDiff().constant(weights)).sum();
    graph.sameDiff().setLossVariables(loss.name());
    INDArray found = graph.sameDiff().calculateGradients(feed, name).get(name);
    return found.dup('c').data().asDouble();
  }
}
