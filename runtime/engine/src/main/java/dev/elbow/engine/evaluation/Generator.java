package dev.elbow.engine.evaluation;

import dev.elbow.data.Batch;
import dev.elbow.data.Split;
import dev.elbow.engine.evaluation.Generation.Show;
import dev.elbow.engine.model.EvaluationGraph;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.TrainingGraph;
import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphRunner;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes codes from examples, and examples from codes, in batches. */
public final class Generator {
  private static final int BATCH = Evaluator.BATCH;

  /** Codes from the prior, {@code [count, latent]}. */
  public Tensor prior(ModelGraphs model, int count, long seed) {
    GraphRunner runner = new GraphRunner(model.generation());
    return inBatches(
        count,
        model.parts().latent(),
        (from, size) -> {
          Feeds feeds = new Feeds(model.generation()).noise(size, seed, "prior", from / BATCH);
          return run(runner, feeds, ModelGraphs.SAMPLE);
        });
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
    BuiltGraph graph = model.decoding();
    GraphRunner runner = new GraphRunner(graph);
    int latent = model.parts().latent();
    return inBatches(
        Math.toIntExact(z.shape()[0]),
        model.parts().shape().features(),
        (from, size) -> {
          Feeds feeds =
              new Feeds(graph)
                  .put(ModelGraphs.Z, rows(z, from, size), size, latent)
                  .epoch(how.epoch())
                  .noise(size, how.seed(), "pixels", from / BATCH);
          return run(runner, feeds, output.get());
        });
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
    return outputs(model, split, count, EvaluationGraph.CODE, model.parts().latent(), 0);
  }

  /**
   * One sample of the posterior for each of a data set's first examples: together, samples of the
   * aggregate posterior.
   *
   * @return {@code [count, latent]}
   */
  public Tensor encodeSampled(ModelGraphs model, Split split, int count, long seed) {
    return outputs(model, split, count, EvaluationGraph.SAMPLED_CODE, model.parts().latent(), seed);
  }

  /**
   * A data set's first examples, corrupted as the model's training corrupts them.
   *
   * @return {@code [count, features]}
   */
  public Tensor corrupt(ModelGraphs model, Split split, int count) {
    int features = model.parts().shape().features();
    return outputs(model, split, count, EvaluationGraph.CORRUPTED, features, 0);
  }

  /**
   * The deterministic codes of the same corrupted examples.
   *
   * @return {@code [count, latent]}
   */
  public Tensor encodeCorrupted(ModelGraphs model, Split split, int count) {
    int latent = model.parts().latent();
    return outputs(model, split, count, EvaluationGraph.CORRUPTED_CODE, latent, 0);
  }

  private static Tensor outputs(
      ModelGraphs model, Split split, int count, String output, int width, long seed) {
    GraphRunner runner = new GraphRunner(model.evaluation().graph());
    int features = model.parts().shape().features();
    return inBatches(
        count,
        width,
        (from, size) -> {
          Batch batch = split.batch(IntStream.range(from, from + size).toArray(), 0);
          Feeds feeds =
              new Feeds(runner.graph())
                  .put(TrainingGraph.X, batch.pixels(), size, features)
                  .epoch(0)
                  .noise(size, seed, "encode/" + split.name(), from / BATCH);
          return run(runner, feeds, output);
        });
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

  static float[] run(GraphRunner runner, Feeds feeds, String output) {
    INDArray array = runner.outputs(feeds.arrays(), List.of(output)).get(output);
    float[] values = array.dup('c').data().asFloat();
    array.close();
    feeds.close();
    return values;
  }

  interface BatchWork {
    float[] rows(int from, int size);
  }

  private static Tensor inBatches(int count, int width, BatchWork work) {
    float[] all = new float[Math.multiplyExact(count, width)];
    for (int from = 0; from < count; from += BATCH) {
      int size = Math.min(BATCH, count - from);
      float[] rows = work.rows(from, size);
      System.arraycopy(rows, 0, all, from * width, size * width);
    }
    return new Tensor(new long[] {count, width}, all);
  }
}
