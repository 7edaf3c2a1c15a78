package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.ParameterStore;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A graph around the decoder, which has the scope {@code part}. What it is given are inputs, which
 * take any batch, or variables, which have a gradient.
 */
final class Bench {
  private static final double STEP = 1e-5;

  private final GraphBuilder builder;
  private final Map<String, double[][]> fed = new LinkedHashMap<>();
  private final Map<String, Double> scalars = new LinkedHashMap<>();
  private ParameterStore store;
  private long draw;

  Bench(DataType type, boolean training) {
    builder = new GraphBuilder(type, training);
  }

  Bench() {
    this(DataType.DOUBLE, true);
  }

  Graph graph() {
    return builder.root().scope("part");
  }

  /** An input of any number of rows. */
  SDVariable input(String name, double[]... rows) {
    feed(name, rows);
    return builder.input(name, rows[0].length);
  }

  SDVariable scalar(String name, double value) {
    feed(name, value);
    return builder.scalarInput(name);
  }

  void feed(String name, double[]... rows) {
    fed.put(name, rows);
  }

  void feed(String name, double value) {
    scalars.put(name, value);
  }

  /** The noise of the next executions. */
  void drawNoise(long index) {
    draw = index;
  }

  /** A variable with a gradient. */
  SDVariable variable(String name, double[]... rows) {
    double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return builder.root().parameter(name, Initializer.of(flat), rows.length, rows[0].length);
  }

  /** Every parameter drawn anew, larger than at the start, so that nothing is nearly linear. */
  Bench shaken(long seed) {
    Random random = new Random(seed);
    parameters()
        .forEach(
            (name, array) -> {
              if (name.startsWith("part/")) {
                set(name, random.doubles(array.length(), -0.9, 0.9).toArray());
              }
            });
    return this;
  }

  /** Parameters and variables by name. */
  Map<String, INDArray> parameters() {
    return store().viewsOf(store().flat());
  }

  void set(String name, double... values) {
    INDArray array = store().arrays().get(name);
    array.assign(Nd4j.createFromArray(values).castTo(array.dataType()).reshape(array.shape()));
  }

  double[] get(String name) {
    return doubles(store().arrays().get(name));
  }

  double[] vector(SDVariable variable) {
    return doubles(array(variable));
  }

  double[][] matrix(SDVariable variable) {
    INDArray array = array(variable);
    double[] values = doubles(array);
    int columns = (int) array.size(1);
    return IntStream.range(0, (int) array.size(0))
        .mapToObj(i -> Arrays.copyOfRange(values, i * columns, (i + 1) * columns))
        .toArray(double[][]::new);
  }

  long[] shape(SDVariable variable) {
    return array(variable).shape();
  }

  /** sum_i (i + 2) y_i: its gradient is wrong if examples mix or a gradient is ignored. */
  SDVariable weighted(SDVariable perExample) {
    double[] weights = new double[vector(perExample).length];
    Arrays.setAll(weights, i -> i + 2);
    return perExample.mul(graph().constant("weights", Nd4j.createFromArray(weights))).sum();
  }

  /** d loss / d each of these by SameDiff, in row-major order. */
  Map<String, double[]> gradients(SDVariable loss, List<String> names) {
    builder.root().sameDiff().setLossVariables(loss.name());
    BuiltGraph graph = builder.build();
    Map<String, INDArray> found =
        new GraphRunner(graph).gradients(feeds(graph), List.of(loss.name()), names).getGradients();
    Map<String, double[]> gradients = new LinkedHashMap<>();
    found.forEach((name, array) -> gradients.put(name, doubles(array)));
    return gradients;
  }

  /** d loss / d one element by central differences. */
  double difference(SDVariable loss, String name, int element) {
    double[] at = get(name);
    double[] moved = at.clone();
    moved[element] = at[element] + STEP;
    set(name, moved);
    double up = vector(loss)[0];
    moved[element] = at[element] - STEP;
    set(name, moved);
    double down = vector(loss)[0];
    set(name, at);
    return (up - down) / (2 * STEP);
  }

  private INDArray array(SDVariable variable) {
    BuiltGraph graph = builder.build();
    return new GraphRunner(graph)
        .outputs(feeds(graph), List.of(variable.name()))
        .get(variable.name());
  }

  /** The store comes first: without it the variables are zeros. */
  private Map<String, INDArray> feeds(BuiltGraph graph) {
    store();
    Feeds feeds = new Feeds(graph);
    int rows = fed.values().stream().mapToInt(r -> r.length).findFirst().orElse(1);
    feeds.noise(rows, 1, "test", draw);
    fed.forEach(
        (name, values) -> feeds.put(name, Nd4j.createFromArray(values).castTo(graph.dataType())));
    scalars.forEach(feeds::put);
    return feeds.arrays();
  }

  private ParameterStore store() {
    if (store == null) {
      store = ParameterStore.create(1, builder.build());
    }
    return store;
  }

  private static double[] doubles(INDArray array) {
    return array.dup('c').data().asDouble();
  }
}
