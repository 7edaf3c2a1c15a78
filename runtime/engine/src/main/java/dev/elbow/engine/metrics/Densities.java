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
            batches(z.rows()),
            i -> {
              Rows rows = new Rows((long) i * ROWS, z.rows());
              Feeds feeds = new Feeds(graph.graph());
              feeds.put(DensityGraph.Z, codes(z, rows, 1), rows.size(), z.columns());
              return new ForwardRunner.Job(feeds, rows.size());
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
    long total = (long) z.rows() * mixture;
    LogSums sums = new LogSums(z.rows());
    runner(graph)
        .run(
            batches(total),
            i -> job(graph, z, parameters, new Rows((long) i * ROWS, total)),
            (i, results) ->
                sums.add((long) i * ROWS, results.floats(DensityGraph.LOG_DENSITY), mixture));
    return sums.means(mixture);
  }

  private ForwardRunner.Job job(DensityGraph graph, Matrix z, Tensor parameters, Rows rows) {
    int mixture = Math.toIntExact(parameters.shape()[0]);
    int width = Math.toIntExact(parameters.shape()[1]);
    float[] repeated = new float[rows.size() * width];
    for (int k = 0; k < rows.size(); k++) {
      int component = (int) ((rows.first + k) % mixture);
      System.arraycopy(parameters.data(), component * width, repeated, k * width, width);
    }
    Feeds feeds =
        new Feeds(graph.graph())
            .put(DensityGraph.PARAMETERS, repeated, rows.size(), width)
            .put(DensityGraph.Z, codes(z, rows, mixture), rows.size(), z.columns());
    return new ForwardRunner.Job(feeds, rows.size());
  }

  private ForwardRunner runner(DensityGraph graph) {
    return model.runners().of(graph.graph(), List.of(DensityGraph.LOG_DENSITY));
  }

  private static int batches(long rows) {
    return Math.toIntExact((rows + ROWS - 1) / ROWS);
  }

  /** A code for each row; a code has {@code each} rows, one after the other. */
  private static float[] codes(Matrix z, Rows rows, int each) {
    float[] codes = new float[rows.size() * z.columns()];
    for (int k = 0; k < rows.size(); k++) {
      int code = (int) ((rows.first + k) / each);
      System.arraycopy(z.values(), code * z.columns(), codes, k * z.columns(), z.columns());
    }
    return codes;
  }

  private record Rows(long first, long total) {
    int size() {
      return (int) Math.min(ROWS, total - first);
    }
  }

  /** A running log-sum-exp for each code. Threads add under a lock: there are few additions. */
  private static final class LogSums {
    private final double[] most;
    private final double[] sums;

    LogSums(int codes) {
      most = new double[codes];
      sums = new double[codes];
      Arrays.fill(most, Double.NEGATIVE_INFINITY);
    }

    synchronized void add(long first, float[] logs, int each) {
      for (int k = 0; k < logs.length; k++) {
        add((int) ((first + k) / each), logs[k]);
      }
    }

    private void add(int code, double log) {
      if (log > most[code]) {
        sums[code] = sums[code] * Math.exp(most[code] - log) + 1;
        most[code] = log;
      } else if (log > Double.NEGATIVE_INFINITY) {
        sums[code] += Math.exp(log - most[code]);
      }
    }

    double[] means(int count) {
      double[] means = new double[most.length];
      for (int i = 0; i < means.length; i++) {
        means[i] = most[i] + Math.log(sums[i] / count);
      }
      return means;
    }
  }

  private static InputException missing(String part, String other) {
    return new InputException(
        "METRIC-NO-DENSITY",
        "expected a " + part + " that states the density of given codes, found one that does not",
        "model." + part,
        "Leave the metric out, or train with " + other + ".");
  }
}
