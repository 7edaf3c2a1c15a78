package dev.elbow.engine.evaluation;

import dev.elbow.data.Split;
import dev.elbow.engine.model.ImportanceGraph;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.TrainingGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.execution.ForwardRunner;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.ImportanceScores;
import dev.elbow.spi.InputException;
import java.util.List;

/**
 * Importance-weighted log-likelihood:
 *
 * <pre>log p(x) >= E log (1/K sum_k w_k),   w_k = p(x|z_k) p(z_k) / q(z_k|x),   z_k from q(z|x)
 * </pre>
 *
 * <p>Samples of several examples go through the model at once, as many as the memory allows. Each
 * has noise of its own: the figures do not depend on how many those are.
 *
 * <p>Source: Burda, Grosse and Salakhutdinov, Importance weighted autoencoders, 2016.
 */
public final class ImportanceSampling {
  /** Rows of the execution whose memory is measured. */
  private static final int PROBE = 64;

  private static final int MOST_ROWS = 1 << 16;

  private final ModelGraphs model;
  private final Split split;
  private final int samples;
  private final long seed;
  private final Tensor parameters;
  private final ImportanceGraph graph;
  private final double epoch;

  private ImportanceSampling(ModelGraphs model, Split split, int samples, long seed, double epoch) {
    this.model = model;
    this.split = split;
    this.samples = samples;
    this.seed = seed;
    this.epoch = epoch;
    this.graph =
        ImportanceGraph.of(model)
            .orElseThrow(
                () ->
                    new InputException(
                        "IMPORTANCE-NO-DENSITY",
                        "expected a posterior and a prior that state densities, found one without",
                        "model.posterior, model.prior",
                        "Leave the metric out, or train with other parts."));
    this.parameters = new Generator().posteriorParameters(model, split, split.size(), epoch);
  }

  /**
   * Estimates the log-likelihood of a data set.
   *
   * @param samples K of each example, at least 1
   * @param memory bytes that the arrays of an execution may take
   * @param epoch completed by the model
   */
  public static ImportanceScores of(
      ModelGraphs model, Split split, int samples, long seed, double epoch, long memory) {
    return new ImportanceSampling(model, split, samples, seed, epoch).run(memory);
  }

  private ImportanceScores run(long memory) {
    ForwardRunner runner = model.runners().of(graph.graph(), List.of(ImportanceGraph.LOG_WEIGHT));
    long rows = (long) split.size() * samples;
    int size = rowsOfBatch(runner, memory, rows);
    Weights weights = new Weights(split.size(), samples);
    runner.run(
        Math.toIntExact((rows + size - 1) / size),
        i -> job((long) i * size, (int) Math.min(size, rows - (long) i * size)),
        (i, results) -> weights.put((long) i * size, results.floats(ImportanceGraph.LOG_WEIGHT)));
    return weights.scores();
  }

  private int rowsOfBatch(ForwardRunner runner, long memory, long rows) {
    int probe = (int) Math.min(PROBE, rows);
    long bytes = runner.bytes(job(0, probe).feeds(), probe);
    long fitting = memory * probe / Math.max(1, bytes);
    return (int) Math.max(1, Math.min(Math.min(fitting, rows), MOST_ROWS));
  }

  /** Rows lie sample by sample, then example by example. */
  private ForwardRunner.Job job(long first, int rows) {
    int features = model.parts().shape().features();
    int width = Math.toIntExact(parameters.shape()[1]);
    float[] x = new float[rows * features];
    float[] q = new float[rows * width];
    int example = -1;
    float[] pixels = {};
    for (int i = 0; i < rows; i++) {
      int now = Math.toIntExact((first + i) / samples);
      if (now != example) {
        example = now;
        pixels = split.batch(new int[] {example}, 0).pixels();
      }
      System.arraycopy(pixels, 0, x, i * features, features);
      System.arraycopy(parameters.data(), example * width, q, i * width, width);
    }
    Feeds feeds =
        new Feeds(graph.graph())
            .put(TrainingGraph.X, x, rows, features)
            .put(ImportanceGraph.PARAMETERS, q, rows, width)
            .epoch(epoch)
            .noiseOfRows(first, rows, seed, "importance/" + split.name());
    return new ForwardRunner.Job(feeds, rows);
  }

  /** The logarithms of all weights, and what they say. */
  private static final class Weights {
    private final float[][] logWeights;

    Weights(int examples, int samples) {
      logWeights = new float[examples][samples];
    }

    /** Threads put ranges that do not overlap. */
    void put(long first, float[] values) {
      int samples = logWeights[0].length;
      for (int i = 0; i < values.length; i++) {
        long row = first + i;
        logWeights[(int) (row / samples)][(int) (row % samples)] = values[i];
      }
    }

    ImportanceScores scores() {
      double[] logLikelihood = new double[logWeights.length];
      double[] effective = new double[logWeights.length];
      for (int i = 0; i < logWeights.length; i++) {
        double most = Double.NEGATIVE_INFINITY;
        for (float value : logWeights[i]) {
          most = Math.max(most, value);
        }
        double sum = 0;
        double squares = 0;
        for (float value : logWeights[i]) {
          double weight = Math.exp(value - most);
          sum += weight;
          squares += weight * weight;
        }
        logLikelihood[i] = most + Math.log(sum / logWeights[i].length);
        effective[i] = sum * sum / squares;
      }
      return new ImportanceScores(logLikelihood, effective);
    }
  }
}
