package dev.elbow.engine.audit;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.NoiseSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Runs a graph in double precision on rows, one row an example, in pieces that bound the memory.
 */
final class RowRunner {
  private static final int PIECE = 512;

  private final GraphRunner runner;
  private final double epoch;
  private final Map<String, NoiseSpec> noises = new HashMap<>();

  /**
   * @param epoch completed epochs, for graphs that ask
   */
  RowRunner(BuiltGraph graph, double epoch) {
    this.runner = new GraphRunner(graph);
    this.epoch = epoch;
    graph.noises().forEach(noise -> noises.put(noise.name(), noise));
  }

  BuiltGraph graph() {
    return runner.graph();
  }

  /**
   * Each output's rows; a figure of a whole piece counts for each of its rows.
   *
   * @param inputs {@code [rows][width]} by name, noises flattened
   */
  Map<String, double[][]> rows(Map<String, double[][]> inputs, List<String> outputs) {
    int rows = inputs.values().iterator().next().length;
    Map<String, double[][]> all = new LinkedHashMap<>();
    outputs.forEach(name -> all.put(name, new double[rows][]));
    for (int from = 0; from < rows; from += PIECE) {
      int to = Math.min(rows, from + PIECE);
      int start = from;
      once(slice(inputs, from, to), outputs)
          .forEach((name, values) -> spread(values, all.get(name), start, to));
    }
    return all;
  }

  /** One output's rows. */
  double[][] rows(Map<String, double[][]> inputs, String output) {
    return rows(inputs, List.of(output)).get(output);
  }

  /** Each output's values from one execution, row after row. */
  Map<String, double[]> once(Map<String, double[][]> inputs, List<String> outputs) {
    return once(inputs, Map.of(), outputs);
  }

  /** The same for a graph with scalar inputs. */
  Map<String, double[]> once(
      Map<String, double[][]> inputs, Map<String, Double> scalars, List<String> outputs) {
    Feeds feeds = new Feeds(runner.graph()).epoch(epoch);
    scalars.forEach(feeds::put);
    inputs.forEach((name, rows) -> feeds.put(name, array(name, rows)));
    Map<String, INDArray> arrays = runner.outputs(feeds.arrays(), outputs);
    Map<String, double[]> values = new LinkedHashMap<>();
    outputs.forEach(name -> values.put(name, arrays.get(name).dup('c').data().asDouble()));
    Feeds.close(arrays.values());
    feeds.close();
    return values;
  }

  /** The same rows of every input. */
  static Map<String, double[][]> slice(Map<String, double[][]> inputs, int from, int to) {
    Map<String, double[][]> slices = new LinkedHashMap<>();
    inputs.forEach((name, rows) -> slices.put(name, Arrays.copyOfRange(rows, from, to)));
    return slices;
  }

  private INDArray array(String name, double[][] rows) {
    int width = rows[0].length;
    double[] flat = new double[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * width, width);
    }
    NoiseSpec noise = noises.get(name);
    long[] shape = noise == null ? new long[] {rows.length, width} : noise.shape(rows.length);
    return Nd4j.create(flat, shape, DataType.DOUBLE);
  }

  private static void spread(double[] values, double[][] target, int from, int to) {
    int width = values.length / (to - from);
    for (int i = from; i < to; i++) {
      target[i] =
          width == 0
              ? values.clone()
              : Arrays.copyOfRange(values, (i - from) * width, (i - from + 1) * width);
    }
  }
}
