package dev.elbow.engine.audit;

import dev.elbow.data.Split;
import dev.elbow.engine.evaluation.Evaluator;
import dev.elbow.engine.model.EvaluationGraph;
import dev.elbow.engine.model.TrainingGraph;
import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.NoiseSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the evaluation graph says of each example.
 *
 * @param rows of each output, {@code [examples][width]}
 * @param whole outputs that are one figure of a batch; they count for each of its examples
 */
record Scores(Map<String, double[][]> rows, Set<String> whole) {

  /** The figures of an output of width 1. */
  double[] of(String output) {
    return Sampler.column(rows.get(output));
  }

  double mean(String output) {
    return Statistics.mean(of(output));
  }

  /** The outputs that an audit asks for. */
  static List<String> outputs(EvaluationGraph graph) {
    List<String> names = new ArrayList<>();
    names.add(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD);
    names.add(EvaluationGraph.PARAMETERS);
    names.add(EvaluationGraph.SAMPLED_CODE);
    graph.kl().ifPresent(kind -> names.add(EvaluationGraph.KL));
    graph.terms().forEach(term -> names.addAll(List.of(term.output(), term.loss())));
    return names;
  }

  /**
   * The inputs of an evaluation of a split, with the very noise that {@link Evaluator} draws.
   *
   * @return {@code [examples][width]} by name
   */
  static Map<String, double[][]> inputs(BuiltGraph graph, Split split, long seed) {
    Map<String, double[][]> inputs = new LinkedHashMap<>();
    int size = split.size();
    float[] pixels = split.batch(IntStream.range(0, size).toArray(), 0).pixels();
    int features = split.shape().features();
    double[][] x = new double[size][features];
    for (int i = 0; i < pixels.length; i++) {
      x[i / features][i % features] = pixels[i];
    }
    inputs.put(TrainingGraph.X, x);
    graph.noises().forEach(spec -> inputs.put(spec.name(), new double[size][]));
    for (int from = 0; from < size; from += Evaluator.BATCH) {
      int rows = Math.min(Evaluator.BATCH, size - from);
      Feeds feeds =
          new Feeds(graph).noise(rows, seed, "evaluate/" + split.name(), from / Evaluator.BATCH);
      for (NoiseSpec spec : graph.noises()) {
        copy(feeds.arrays().get(spec.name()), rows, inputs.get(spec.name()), from);
      }
      feeds.close();
    }
    return inputs;
  }

  private static void copy(INDArray array, int rows, double[][] target, int from) {
    double[] values = array.dup('c').data().asDouble();
    int width = values.length / rows;
    for (int i = 0; i < rows; i++) {
      target[from + i] = Arrays.copyOfRange(values, i * width, (i + 1) * width);
    }
  }

  /**
   * Scores the examples in batches of this size.
   *
   * @param inputs of {@link #inputs}
   */
  static Scores of(
      RowRunner runner, Map<String, double[][]> inputs, int batch, List<String> outputs) {
    int examples = inputs.get(TrainingGraph.X).length;
    Map<String, double[][]> rows = new LinkedHashMap<>();
    outputs.forEach(name -> rows.put(name, new double[examples][]));
    Set<String> whole = new HashSet<>();
    for (int from = 0; from < examples; from += batch) {
      int start = from;
      int size = Math.min(batch, examples - from);
      runner
          .once(RowRunner.slice(inputs, from, from + size), outputs)
          .forEach(
              (name, values) -> {
                int width = values.length / size;
                if (width == 0) {
                  whole.add(name);
                }
                for (int i = 0; i < size; i++) {
                  rows.get(name)[start + i] =
                      width == 0
                          ? values.clone()
                          : Arrays.copyOfRange(values, i * width, (i + 1) * width);
                }
              });
    }
    return new Scores(rows, Set.copyOf(whole));
  }
}
