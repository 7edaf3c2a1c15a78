package dev.elbow.engine.evaluation;

import dev.elbow.data.Batch;
import dev.elbow.data.Split;
import dev.elbow.engine.evaluation.Generation.Show;
import dev.elbow.engine.model.EvaluationGraph;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.TrainingGraph;
import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.execution.ForwardRunner;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.InputException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Makes codes from examples, and examples from codes, in batches. */
public final class Generator {
  private static final int BATCH = Evaluator.BATCH;

  /** Codes from the prior, {@code [count, latent]}. */
  public Tensor prior(ModelGraphs model, int count, long seed) {
    return inBatches(
        model,
        model.generation(),
        ModelGraphs.SAMPLE,
        count,
        (from, size) -> new Feeds(model.generation()).noise(size, seed, "prior", from / BATCH));
  }

  /**
   * Examples from codes.
   *
   * @param z {@code [count, latent]}
   * @return {@code [count, features]}
   */
  public Tensor decode(ModelGraphs model, Tensor z, Generation how) {
    Optional<String> output = outputFor(model, how.show());
    if (output.isEmpty()) {
      return new StepwiseDecoding(model, how).decode(z);
    }
    return decodingOutput(model, output.get(), z, how);
  }

  private static Tensor decodingOutput(ModelGraphs model, String output, Tensor z, Generation how) {
    BuiltGraph graph = model.decoding();
    int latent = model.parts().latent();
    return inBatches(
        model,
        graph,
        output,
        Math.toIntExact(z.shape()[0]),
        (from, size) ->
            new Feeds(graph)
                .put(ModelGraphs.Z, rows(z, from, size), size, latent)
                .epoch(how.epoch())
                .noise(size, how.seed(), "pixels", from / BATCH));
  }

  /**
   * The standard deviation of each feature of p(x|z).
   *
   * @param z {@code [count, latent]}
   * @return {@code [count, features]}; empty if the decoder has none for each feature
   */
  public Optional<Tensor> deviation(ModelGraphs model, Tensor z, Generation how) {
    return model.decoding().sameDiff().hasVariable(ModelGraphs.DEVIATION)
        ? Optional.of(decodingOutput(model, ModelGraphs.DEVIATION, z, how))
        : Optional.empty();
  }

  /** Rows of a matrix. */
  static float[] rows(Tensor matrix, int from, int size) {
    int width = Math.toIntExact(matrix.shape()[1]);
    return Arrays.copyOfRange(matrix.data(), from * width, (from + size) * width);
  }

  /**
   * The deterministic codes of a data set's first examples.
   *
   * @return {@code [count, latent]}
   */
  public Tensor encode(ModelGraphs model, Split split, int count) {
    return outputs(model, split, count, EvaluationGraph.CODE, 0, 0);
  }

  /**
   * One sample of the posterior for each of a data set's first examples: together, samples of the
   * aggregate posterior.
   *
   * @return {@code [count, latent]}
   */
  public Tensor encodeSampled(ModelGraphs model, Split split, int count, long seed) {
    return outputs(model, split, count, EvaluationGraph.SAMPLED_CODE, seed, 0);
  }

  /**
   * The posterior's parameters of a data set's first examples.
   *
   * @return {@code [count, parameterCount]}
   */
  public Tensor posteriorParameters(ModelGraphs model, Split split, int count, double epoch) {
    return outputs(model, split, count, EvaluationGraph.PARAMETERS, 0, epoch);
  }

  /**
   * The KL of each marginal of the posterior to the prior's, nats.
   *
   * @return {@code [count, latent]}; empty unless posterior and prior are Gaussian
   */
  public Optional<Tensor> marginalKl(ModelGraphs model, Split split, int count) {
    return ifOffered(model, split, count, EvaluationGraph.MARGINAL_KL, 0);
  }

  /**
   * log q(z|x) of the samples that {@link #encodeSampled} gives with the same seed, nats.
   *
   * @return {@code [count, 1]}; empty if the posterior states no density
   */
  public Optional<Tensor> logDensity(ModelGraphs model, Split split, int count, long seed) {
    return ifOffered(model, split, count, EvaluationGraph.LOG_DENSITY, seed);
  }

  private static Optional<Tensor> ifOffered(
      ModelGraphs model, Split split, int count, String output, long seed) {
    return model.evaluation().offers(output)
        ? Optional.of(outputs(model, split, count, output, seed, 0))
        : Optional.empty();
  }

  /**
   * A data set's first examples, corrupted as the model's training corrupts them.
   *
   * @return {@code [count, features]}
   */
  public Tensor corrupt(ModelGraphs model, Split split, int count) {
    return outputs(model, split, count, EvaluationGraph.CORRUPTED, 0, 0);
  }

  /**
   * The deterministic codes of the same corrupted examples.
   *
   * @return {@code [count, latent]}
   */
  public Tensor encodeCorrupted(ModelGraphs model, Split split, int count) {
    return outputs(model, split, count, EvaluationGraph.CORRUPTED_CODE, 0, 0);
  }

  private static Tensor outputs(
      ModelGraphs model, Split split, int count, String output, long seed, double epoch) {
    return inBatches(
        model,
        model.evaluation().graph(),
        output,
        count,
        (from, size) -> encoding(model, split, from, size, seed).epoch(epoch));
  }

  /**
   * Several outputs of the evaluation graph in one execution, by deterministic codes' noise.
   *
   * @param outputs that the graph has
   * @return {@code [count, width]} each
   */
  public Map<String, Tensor> outputs(
      ModelGraphs model, Split split, int count, List<String> outputs) {
    return inBatches(
        model,
        model.evaluation().graph(),
        outputs,
        count,
        (from, size) -> encoding(model, split, from, size, 0).epoch(0));
  }

  private static Feeds encoding(ModelGraphs model, Split split, int from, int size, long seed) {
    Batch batch = split.batch(IntStream.range(from, from + size).toArray(), 0);
    return new Feeds(model.evaluation().graph())
        .put(TrainingGraph.X, batch.pixels(), size, model.parts().shape().features())
        .noise(size, seed, "encode/" + split.name(), from / BATCH);
  }

  /** The output to ask for; empty if the decoder goes step by step. */
  private static Optional<String> outputFor(ModelGraphs model, Show show) {
    String wanted = show == Show.MEAN ? ModelGraphs.MEAN : ModelGraphs.SAMPLE;
    if (model.decoding().sameDiff().hasVariable(wanted)) {
      return Optional.of(wanted);
    }
    if (model.stepping().isPresent()) {
      return Optional.empty();
    }
    throw new InputException(
        "SAMPLE-NOT-OFFERED",
        "the decoder offers no " + wanted + " of p(x|z)",
        "model.decoder",
        "Ask for the other: the mean, or a sample with --likelihood-noise.");
  }

  private interface BatchFeeds {
    Feeds of(int from, int size);
  }

  /** One output for all rows, {@code [count, width]}. */
  private static Tensor inBatches(
      ModelGraphs model, BuiltGraph graph, String output, int count, BatchFeeds feeds) {
    return inBatches(model, graph, List.of(output), count, feeds).get(output);
  }

  /** Outputs for all rows, {@code [count, width]} each. */
  private static Map<String, Tensor> inBatches(
      ModelGraphs model, BuiltGraph graph, List<String> outputs, int count, BatchFeeds feeds) {
    Map<String, float[]> rows = new ConcurrentHashMap<>();
    model
        .runners()
        .of(graph, outputs)
        .run(
            (count + BATCH - 1) / BATCH,
            i -> {
              int size = Math.min(BATCH, count - i * BATCH);
              return new ForwardRunner.Job(feeds.of(i * BATCH, size), size);
            },
            (i, results) -> {
              int size = Math.min(BATCH, count - i * BATCH);
              for (String output : outputs) {
                int width = results.length(output) / size;
                float[] target =
                    rows.computeIfAbsent(
                        output, name -> new float[Math.multiplyExact(count, width)]);
                results.copyTo(output, target, i * BATCH * width);
              }
            });
    Map<String, Tensor> all = new LinkedHashMap<>();
    for (String output : outputs) {
      float[] values = rows.getOrDefault(output, new float[0]);
      long[] shape = {count, values.length / Math.max(1, count)};
      all.put(output, new Tensor(shape, values));
    }
    return all;
  }
}
