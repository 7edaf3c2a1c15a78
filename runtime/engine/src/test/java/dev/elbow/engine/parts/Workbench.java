package dev.elbow.engine.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.ParameterStore;
import dev.elbow.spi.Graph;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A graph around the part under test, which has the scope {@code part}, and what it is fed. */
final class Workbench {
  private final GraphBuilder builder;
  private Feeds feeds;
  private ParameterStore parameters;
  private final Map<String, String> differentiable = new HashMap<>();

  Workbench() {
    this(DataType.DOUBLE);
  }

  Workbench(DataType dataType) {
    builder = new GraphBuilder(dataType, true);
    feeds = new Feeds(builder.build());
  }

  Graph graph() {
    return builder.root().scope("part");
  }

  /**
   * An input of any batch, fed with these rows. ND4J differentiates by variables alone, so a
   * variable of zeros is added.
   */
  SDVariable input(String name, double[]... rows) {
    SDVariable input = builder.input(name, rows[0].length);
    feed(name, rows);
    INDArray zeros = Nd4j.zeros(builder.build().dataType(), rows.length, rows[0].length);
    SDVariable shift = builder.root().sameDiff().var(name + "-shift", zeros);
    SDVariable shifted = input.add(shift);
    differentiable.put(shifted.name(), shift.name());
    return shifted;
  }

  /** Feeds an input. */
  void feed(String name, double[]... rows) {
    feeds.put(name, Nd4j.createFromArray(rows).castTo(builder.build().dataType()));
  }

  /** Feeds the part's noise with chosen values. */
  void feedNoise(String name, double[]... rows) {
    feed("part/" + name, rows);
  }

  /** Draws the part's noise as the engine does. */
  void drawNoise(int rows, long seed, long index) {
    Map<String, INDArray> given = feeds.arrays();
    feeds = new Feeds(builder.build()).noise(rows, seed, "test", index);
    feeds.arrays().putAll(given);
  }

  /** The parameters that the part has made, with their first values. */
  Map<String, INDArray> parameters() {
    if (parameters == null) {
      parameters = ParameterStore.create(1, builder.build());
    }
    return parameters.viewsOf(parameters.flat());
  }

  void setParameter(String name, double... values) {
    INDArray view = parameters().get("part/" + name);
    view.assign(Nd4j.createFromArray(values).reshape(view.shape()));
  }

  /** The value of a {@code [batch, n]} variable. */
  double[][] matrix(SDVariable variable) {
    INDArray array = array(variable);
    assertThat(array.rank()).describedAs("rank of %s", variable.name()).isEqualTo(2);
    return rows(array);
  }

  /** As {@link INDArray#toDoubleMatrix}, which takes seconds where there are many rows. */
  private static double[][] rows(INDArray array) {
    double[] values = array.dup('c').data().asDouble();
    int columns = (int) array.size(1);
    return IntStream.range(0, (int) array.size(0))
        .mapToObj(i -> Arrays.copyOfRange(values, i * columns, (i + 1) * columns))
        .toArray(double[][]::new);
  }

  /** The value of a {@code [batch]} variable. */
  double[] vector(SDVariable variable) {
    INDArray array = array(variable);
    assertThat(array.rank()).describedAs("rank of %s", variable.name()).isEqualTo(1);
    return array.toDoubleVector();
  }

  double scalar(SDVariable variable) {
    INDArray array = array(variable);
    assertThat(array.length()).describedAs("length of %s", variable.name()).isEqualTo(1);
    return array.getDouble(0);
  }

  private INDArray array(SDVariable variable) {
    BuiltGraph graph = builder.build();
    if (!graph.parameters().isEmpty()) {
      parameters();
    }
    return new GraphRunner(graph)
        .outputs(feeds.arrays(), List.of(variable.name()))
        .get(variable.name());
  }

  /**
   * d y_i / d input_i of each example i, from one backward pass of sum_i (i + 2) y_i: it comes out
   * wrong if examples mix, or if an operation ignores the gradient that reaches it.
   *
   * @param y {@code [batch]}
   * @param input a matrix that is fed
   */
  double[][] gradientPerExample(SDVariable y, SDVariable input) {
    int batch = vector(y).length;
    double[] weights = new double[batch];
    Arrays.setAll(weights, i -> i + 2);
    SDVariable constant =
        y.getSameDiff().constant(Nd4j.createFromArray(weights).castTo(y.dataType()));
    double[][] gradient = rows(gradient(y.mul(constant).sum(), input));
    for (int i = 0; i < batch; i++) {
      double weight = weights[i];
      gradient[i] = Arrays.stream(gradient[i]).map(g -> g / weight).toArray();
    }
    return gradient;
  }

  /** d loss / d variable for a scalar loss and an input or a parameter. */
  INDArray gradient(SDVariable loss, SDVariable variable) {
    String by = differentiable.getOrDefault(variable.name(), variable.name());
    scalar(loss);
    builder.root().sameDiff().setLossVariables(loss.name());
    return new GraphRunner(builder.build())
        .gradients(feeds.arrays(), List.of(loss.name()), List.of(by))
        .getGradients()
        .get(by);
  }
}
