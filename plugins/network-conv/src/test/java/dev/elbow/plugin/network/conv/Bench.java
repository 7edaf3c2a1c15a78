package dev.elbow.plugin.network.conv;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.ParameterStore;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network in a graph of its own, of double precision unless told otherwise, with a weighted sum
 * of the outputs as its loss.
 */
final class Bench {
  private static final double STEP = 1e-4;

  private final GraphRunner runner;
  private final ParameterStore store;
  private final DataShape to;
  private final DataType type;

  Bench(boolean training, Network network, DataShape from, DataShape to) {
    this(DataType.DOUBLE, training, network, from, to);
  }

  Bench(DataType type, boolean training, Network network, DataShape from, DataShape to) {
    this.to = to;
    this.type = type;
    GraphBuilder builder = new GraphBuilder(type, training);
    SDVariable x = builder.input("x", from.features());
    SDVariable y = network.apply(builder.root().scope("net"), x, from, to);
    builder.output("y", y);
    SDVariable weight = builder.input("weight", to.features());
    builder.output("loss", y.mul(weight).sum());
    builder.root().sameDiff().setLossVariables("loss");
    runner = new GraphRunner(builder.build());
    store = ParameterStore.create(1, builder.build());
  }

  BuiltGraph graph() {
    return runner.graph();
  }

  /** Parameters and states by their names in the network; writing changes them. */
  INDArray array(String name) {
    return store.arrays().get("net/" + name);
  }

  Map<String, INDArray> parameters() {
    return store.viewsOf(store.flat());
  }

  /** Moves every parameter off its start, so that no scale is 1 and no shift 0. */
  Bench moved() {
    double[] values = store.flat().dup().data().asDouble();
    Random random = new Random(5);
    Arrays.setAll(values, i -> values[i] + 0.2 * random.nextGaussian());
    store.flat().assign(Nd4j.createFromArray(values));
    return this;
  }

  static double[][] normal(int rows, int columns) {
    Random random = new Random(rows * 1000L + columns);
    double[][] x = new double[rows][columns];
    for (double[] row : x) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    return x;
  }

  double[][] value(double[][] x) {
    return run(x, "y").toDoubleMatrix();
  }

  /** What a state becomes after this step. */
  double[] next(double[][] x, String state) {
    String name = graph().updates().get("net/" + state).name();
    return run(x, name).dup('c').data().asDouble();
  }

  private INDArray run(double[][] x, String output) {
    return runner.outputs(feeds(x), List.of(output)).get(output);
  }

  private Map<String, INDArray> feeds(double[][] x) {
    double[][] weights = normal(x.length, to.features() + 7);
    INDArray trimmed =
        Nd4j.createFromArray(
            Arrays.stream(weights)
                .map(w -> Arrays.copyOf(w, to.features()))
                .toArray(double[][]::new));
    return Map.of("x", Nd4j.createFromArray(x).castTo(type), "weight", trimmed.castTo(type));
  }

  Map<String, INDArray> gradients(double[][] x) {
    List<String> names = List.copyOf(parameters().keySet());
    return runner.gradients(feeds(x), List.of("loss"), names).getGradients();
  }

  /**
   * The slope of the loss as a parameter moves in a direction, by central differences of fourth
   * order: statistics of few examples bend too much for the second.
   */
  double slope(double[][] x, INDArray parameter, INDArray direction) {
    double near = loss(x, parameter, direction, STEP) - loss(x, parameter, direction, -STEP);
    double far = loss(x, parameter, direction, 2 * STEP) - loss(x, parameter, direction, -2 * STEP);
    return (8 * near - far) / (12 * STEP);
  }

  private double loss(double[][] x, INDArray parameter, INDArray direction, double step) {
    INDArray kept = parameter.dup();
    parameter.addi(direction.mul(step));
    double loss = run(x, "loss").getDouble(0);
    parameter.assign(kept);
    return loss;
  }
}
