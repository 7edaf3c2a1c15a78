package dev.elbow.engine.evaluation;

import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.SteppingGraph;
import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.execution.ForwardRunner;
import dev.elbow.runs.Tensor;
import java.util.List;

/**
 * Ancestral sampling of an autoregressive decoder: what a step has drawn is the next one's input.
 *
 * <p>The noise belongs to seed, batch and step, so that the same codes give the same examples.
 */
final class StepwiseDecoding {
  /** Rows that go through the steps together; memory grows with it. */
  private static final int BATCH = 100;

  private final ModelGraphs model;
  private final Generation how;
  private final SteppingGraph stepping;

  StepwiseDecoding(ModelGraphs model, Generation how) {
    this.model = model;
    this.how = how;
    this.stepping = model.stepping().orElseThrow();
  }

  Tensor decode(Tensor z) {
    int count = Math.toIntExact(z.shape()[0]);
    int features = model.parts().shape().features();
    float[] all = new float[Math.multiplyExact(count, features)];
    int batches = (count + BATCH - 1) / BATCH;
    for (int batch = 0; batch < batches; batch++) {
      int from = batch * BATCH;
      int size = Math.min(BATCH, count - from);
      float[] rows = rows(z, from, size, batch, batches);
      System.arraycopy(rows, 0, all, from * features, rows.length);
    }
    return new Tensor(new long[] {count, features}, all);
  }

  private float[] rows(Tensor z, int from, int size, int batch, int batches) {
    float[] output = output(Generator.rows(z, from, size), size);
    int features = model.parts().shape().features();
    float[] partial = new float[size * features];
    ForwardRunner runner = model.runners().of(stepping.graph(), List.of(SteppingGraph.NEXT));
    int steps = stepping.steps();
    for (int step = 0; step < steps; step++) {
      long index = (long) batch * steps + step;
      Feeds feeds =
          new Feeds(stepping.graph())
              .put(SteppingGraph.OUTPUT, output, size, output.length / size)
              .put(SteppingGraph.PARTIAL, partial, size, features)
              .put(SteppingGraph.STEP, step)
              .epoch(how.epoch())
              .noise(size, how.seed(), "steps", index);
      partial = runner.run(feeds, size).floats(SteppingGraph.NEXT);
      how.progress().advanced(index + 1, (long) batches * steps);
    }
    return partial;
  }

  /** What the decoder makes of the codes, once for all steps. */
  private float[] output(float[] codes, int size) {
    BuiltGraph graph = model.decoding();
    Feeds feeds =
        new Feeds(graph)
            .put(ModelGraphs.Z, codes, size, model.parts().latent())
            .epoch(how.epoch())
            .noise(size, how.seed(), "pixels", 0);
    return model
        .runners()
        .of(graph, List.of(ModelGraphs.OUTPUT))
        .run(feeds, size)
        .floats(ModelGraphs.OUTPUT);
  }
}
