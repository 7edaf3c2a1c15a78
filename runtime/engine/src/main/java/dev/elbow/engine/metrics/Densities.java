package dev.elbow.engine.metrics;

import dev.elbow.engine.model.DensityGraph;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.execution.ForwardRunner;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Densities of given codes, in batches. */
final class Densities {
  /** Rows of one execution. */
  private static final int ROWS = 1 << 14;

  private final ModelGraphs model;
  private Optional<DensityGraph> prior;
  private Optional<DensityGraph> posterior;

  Densities(ModelGraphs model) {
    this.model = model;
  }

  /** log p(z) of each row. */
  double[] prior(Matrix z) {
    prior = prior == null ? DensityGraph.ofPrior(model) : prior;
    DensityGraph graph = prior.orElseThrow(() -> missing("prior", "a prior that states one"));
    double[] logs = new double[z.rows()];
    runner(graph)
        .run(
            (z.rows() + ROWS - 1) / ROWS,
            i -> {
              int size = Math.min(ROWS, z.rows() - i * ROWS);
              float[] codes =
                  Arrays.copyOfRange(
                      z.values(), i * ROWS * z.columns(), (i * ROWS + size) * z.columns());
              Feeds feeds = new Feeds(graph.graph());
              feeds.put(DensityGraph.Z, codes, size, z.columns());
              return new ForwardRunner.Job(feeds, size);
            },
            (i, results) -> {
              float[] values = results.floats(DensityGraph.LOG_DENSITY);
              for (int k = 0; k < values.length; k++) {
                logs[i * ROWS + k] = values[k];
              }
            });
    return logs;
  }

  /**
   * log 1/N sum_j q(z|x_j) of each row of z.
   *
   * @param parameters of q(z|x_j), {@code [N, parameterCount]}
   */
  double[] aggregate(Matrix z, Tensor parameters) {
    posterior = posterior == null ? DensityGraph.ofPosterior(model) : posterior;
    DensityGraph graph =
        posterior.orElseThrow(
            () -> missing("posterior", "one that states it of any code, such as diagonal"));
    int mixture = Math.toIntExact(parameters.shape()[0]);
    // Whole codes for each execution: their sums have one order, whatever the threads do.
    int codes = Math.max(1, ROWS / mixture);
    double[] logs = new double[z.rows()];
    runner(graph)
        .run(
            (z.rows() + codes - 1) / codes,
            i -> job(graph, z, parameters, i * codes, Math.min(codes, z.rows() - i * codes)),
            (i, results) -> {
              float[] values = results.floats(DensityGraph.LOG_DENSITY);
              for (int k = 0; k < values.length / mixture; k++) {
                logs[i * codes + k] = logMean(values, k * mixture, mixture);
              }
            });
    return logs;
  }

  private static ForwardRunner.Job job(
      DensityGraph graph, Matrix z, Tensor parameters, int first, int codes) {
    int mixture = Math.toIntExact(parameters.shape()[0]);
    int width = Math.toIntExact(parameters.shape()[1]);
    int rows = Math.multiplyExact(codes, mixture);
    float[] repeatedCodes = new float[rows * z.columns()];
    float[] repeated = new float[rows * width];
    for (int k = 0; k < codes; k++) {
      System.arraycopy(parameters.data(), 0, repeated, k * mixture * width, mixture * width);
      for (int j = 0; j < mixture; j++) {
        int row = k * mixture + j;
        System.arraycopy(
            z.values(), (first + k) * z.columns(), repeatedCodes, row * z.columns(), z.columns());
      }
    }
    Feeds feeds =
        new Feeds(graph.graph())
            .put(DensityGraph.PARAMETERS, repeated, rows, width)
            .put(DensityGraph.Z, repeatedCodes, rows, z.columns());
    return new ForwardRunner.Job(feeds, rows);
  }

  /** The logarithm of the mean of exponentials. */
  private static double logMean(float[] logs, int from, int count) {
    double most = Double.NEGATIVE_INFINITY;
    for (int i = from; i < from + count; i++) {
      most = Math.max(most, logs[i]);
    }
    if (most == Double.NEGATIVE_INFINITY) {
      return most;
    }
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += Math.exp(logs[i] - most);
    }
    return most + Math.log(sum / count);
  }

  private ForwardRunner runner(DensityGraph graph) {
    return model.runners().of(graph.graph(), List.of(DensityGraph.LOG_DENSITY));
  }

  private static InputException missing(String part, String other) {
    return new InputException(
        "METRIC-NO-DENSITY",
        "expected a " + part + " that states the density of given codes, found one that does not",
        "model." + part,
        "Leave the metric out, or train with " + other + ".");
  }
}
