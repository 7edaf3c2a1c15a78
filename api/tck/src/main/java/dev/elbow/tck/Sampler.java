package dev.elbow.tck;

import dev.elbow.spi.Decoder;
import dev.elbow.spi.Graph;
import dev.elbow.spi.StepwiseSampling;
import org.nd4j.linalg.api.buffer.DataType;

/** Draws from a decoder: in one pass if it offers that, otherwise step by step. */
final class Sampler {
  static final String PARTIAL = "partial";
  static final String STEP = "step";
  static final String FILLED = "filled";

  private final Bench bench;
  private final int features;
  private final int steps;

  /** A sampler with the parameters of another graph of the same part. */
  Sampler(Subject<Decoder> subject, Scene<Decoder> scene, Bench same) {
    Decoder decoder = subject.part(scene.context());
    StepwiseSampling stepwise = decoder.stepwise().orElse(null);
    this.features = scene.context().dataShape().features();
    this.steps = stepwise == null ? 0 : stepwise.steps();
    this.bench =
        Bench.build(
            DataType.DOUBLE,
            false,
            b -> build(decoder, stepwise, b.stage(Scene.SCOPE, ""), scene.context().latentSize()));
    bench.parameters().set(same.parameters().values());
  }

  private void build(Decoder decoder, StepwiseSampling stepwise, Stage stage, int latent) {
    Graph graph = stage.graph();
    var output = decoder.output(graph, stage.input(DecoderRules.Z, latent));
    if (stepwise == null) {
      stage.figure(FILLED, decoder.sample(graph, output).orElseThrow(), features);
    } else {
      var partial = stage.data(PARTIAL, features, Draw.UNIFORM);
      var filled = stepwise.step(graph, partial, output, stage.scalar(STEP));
      stage.figure(FILLED, filled, features);
    }
  }

  int steps() {
    return steps;
  }

  /** The result of one step, with the noise of that step. */
  Tensor step(Batch codes, Tensor partial, int step) {
    Batch batch = bench.withNoise(bench.batch(codes.rows(), 1), 5000 + step);
    return bench.run(
        batch
            .with(DecoderRules.Z, codes.get(DecoderRules.Z))
            .with(PARTIAL, partial)
            .with(STEP, Tensor.scalar(step)),
        FILLED);
  }

  Tensor filledWith(int rows, double value) {
    return new Tensor(new long[] {rows, features}, new double[rows * features]).map(v -> value);
  }

  /** A sample for each code. */
  Tensor sample(Batch codes) {
    Tensor sample = filledWith(codes.rows(), 0);
    for (int step = 0; step < Math.max(1, steps); step++) {
      sample = step(codes, sample, step);
    }
    return sample;
  }
}
