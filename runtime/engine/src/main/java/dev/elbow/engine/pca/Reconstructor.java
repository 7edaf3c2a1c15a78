package dev.elbow.engine.pca;

import dev.elbow.data.Split;
import dev.elbow.engine.evaluation.Generation;
import dev.elbow.engine.evaluation.Generator;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.runs.Tensor;
import java.util.stream.IntStream;

/** What comes back of examples through a model: the code, decoded to the mean of p(x|z). */
public final class Reconstructor {
  private final Generator generator;
  private final ModelGraphs model;
  private final double epoch;

  /**
   * @param epoch completed by the model
   */
  public Reconstructor(Generator generator, ModelGraphs model, double epoch) {
    this.generator = generator;
    this.model = model;
    this.epoch = epoch;
  }

  /** The reconstructions of the first examples, {@code [count * features]}. */
  public float[] reconstruct(Split examples, int count) {
    Tensor codes = generator.encode(model, examples, count);
    return generator.decode(model, codes, Generation.mean(0, epoch)).data();
  }

  /** The mean squared error per feature over all examples. */
  public double meanSquaredError(Split examples) {
    int features = examples.shape().features();
    float[] back = reconstruct(examples, examples.size());
    double[] sum = new double[1];
    Pixels.inBatches(
        examples,
        (first, count, pixels) ->
            sum[0] +=
                IntStream.range(0, count * features)
                    .mapToDouble(i -> (double) pixels[i] - back[first * features + i])
                    .map(difference -> difference * difference)
                    .sum());
    return sum[0] / examples.size() / features;
  }
}
