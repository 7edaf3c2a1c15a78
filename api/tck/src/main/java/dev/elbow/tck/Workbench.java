package dev.elbow.tck;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.ParameterStore;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A graph around one part, for numeric tests of an author's own. The part has the scope {@code
 * part}; what it is given are variables, so that each has a gradient, by SameDiff and by
 * differences.
 */
public final class Workbench {
  private static final double STEP = 1e-5;

  private final GraphBuilder builder;
  private ParameterStore store;
  private double epoch;
  private long noiseRows;
  private String differentiated;

  public Workbench(DataType type, boolean training) {
    builder = new GraphBuilder(type, training);
  }

  public static Workbench training() {
    return new Workbench(DataType.DOUBLE, true);
  }

  public static Workbench evaluation() {
    return new Workbench(DataType.DOUBLE, false);
  }

  public Graph graph() {
    return builder.root().scope("part");
  }

  /** A {@code [rows, columns]} variable. */
  public SDVariable given(String name, double[]... rows) {
    double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return builder.root().parameter(name, Initializer.of(flat), rows.length, rows[0].length);
  }

  /** Feeds the completed epochs. */
  public Workbench at(double completedEpochs) {
    epoch = completedEpochs;
    return this;
  }

  /** Draws noise for this many examples. */
  public Workbench noise(long rows) {
    noiseRows = rows;
    return this;
  }

  /** Sets a parameter, a given variable or a state. */
  public void set(String name, double... values) {
    INDArray array = store().arrays().get(name);
    array.assign(Nd4j.createFromArray(values).castTo(array.dataType()).reshape(array.shape()));
  }

  /** The values of a parameter or a state. */
  public double[] get(String name) {
    return doubles(store().arrays().get(name));
  }

  public double[] vector(SDVariable variable) {
    return doubles(array(variable));
  }

  public double scalar(SDVariable variable) {
    return vector(variable)[0];
  }

  public double[][] matrix(SDVariable variable) {
    INDArray array = array(variable);
    double[] values = doubles(array);
    int columns = (int) array.size(1);
    return IntStream.range(0, (int) array.size(0))
        .mapToObj(i -> Arrays.copyOfRange(values, i * columns, (i + 1) * columns))
        .toArray(double[][]::new);
  }

  public long[] shape(SDVariable variable) {
    return array(variable).shape();
  }

  /** The graph as the part has left it. */
  public BuiltGraph built() {
    return builder.build();
  }

  /** Applies the updates of the states, as after a training step. */
  public void step() {
    BuiltGraph graph = built();
    List<String> names =
        new ArrayList<>(graph.updates().values().stream().map(SDVariable::name).toList());
    Map<String, INDArray> next = new GraphRunner(graph).outputs(feeds(graph), names);
    graph.updates().forEach((state, v) -> store().state(state).assign(next.get(v.name())));
  }

  /** d loss / d variable by SameDiff, in row-major order; zeros where the loss does not reach. */
  public double[] gradient(SDVariable loss, String name) {
    if (!loss.name().equals(differentiated)) {
      builder.root().sameDiff().setLossVariables(loss.name());
      differentiated = loss.name();
    }
    BuiltGraph graph = built();
    INDArray gradient =
        new GraphRunner(graph)
            .gradients(feeds(graph), List.of(loss.name()), List.of(name))
            .getGradients()
            .get(name);
    return gradient == null ? new double[get(name).length] : doubles(gradient);
  }

  /** The same by central differences. */
  public double[] differences(SDVariable loss, String name) {
    double[] at = get(name);
    double[] slopes = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      double[] moved = at.clone();
      moved[i] = at[i] + STEP;
      set(name, moved);
      double up = scalar(loss);
      moved[i] = at[i] - STEP;
      set(name, moved);
      slopes[i] = (up - scalar(loss)) / (2 * STEP);
    }
    set(name, at);
    return slopes;
  }

  /** sum_i (i + 2) y_i: its gradient is wrong if examples mix or a gradient is ignored. */
  public SDVariable weighted(SDVariable perExample) {
    double[] weights = new double[vector(perExample).length];
    Arrays.setAll(weights, i -> i + 2);
    return perExample.mul(graph().constant("weights", Nd4j.createFromArray(weights))).sum();
  }

  private INDArray array(SDVariable variable) {
    BuiltGraph graph = built();
    return new GraphRunner(graph)
        .outputs(feeds(graph), List.of(variable.name()))
        .get(variable.name());
  }

  /** The store comes first: without it the variables are zeros. */
  private Map<String, INDArray> feeds(BuiltGraph graph) {
    store();
    return new Feeds(graph).epoch(epoch).noise((int) noiseRows, 1, "test", 0).arrays();
  }

  private ParameterStore store() {
    if (store == null) {
      store = ParameterStore.create(1, built());
    }
    return store;
  }

  private static double[] doubles(INDArray array) {
    return array.dup('c').data().asDouble();
  }
}
