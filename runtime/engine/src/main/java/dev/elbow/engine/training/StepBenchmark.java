package dev.elbow.engine.training;

import dev.elbow.data.Batch;
import dev.elbow.data.BatchLoader;
import dev.elbow.data.Split;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.options.TrainingOptions;
import dev.elbow.graph.execution.ExecutionListener;
import dev.elbow.graph.execution.ParallelismChoice;
import java.util.function.LongConsumer;

/** Times whole training steps on real batches: noise, forward, backward, update. */
public final class StepBenchmark {
  private final TrainingOptions options;
  private final long seed;
  private final int warmup;
  private final int steps;
  private final ParallelismChoice parallelism;
  private final ExecutionListener listener;

  /**
   * @param options batch size and optimizer
   * @param warmup steps that are run first and not counted
   * @param steps that are timed, at least 1
   * @param parallelism how the threads share a step
   * @param listener hears what was chosen
   */
  public StepBenchmark(
      TrainingOptions options,
      long seed,
      int warmup,
      int steps,
      ParallelismChoice parallelism,
      ExecutionListener listener) {
    this.options = options;
    this.seed = seed;
    this.warmup = warmup;
    this.steps = steps;
    this.parallelism = parallelism;
    this.listener = listener;
  }

  /**
   * Runs the steps; the model is trained by them.
   *
   * @param done hears the number of steps done
   */
  public StepTimes run(ModelGraphs model, Split split, LongConsumer done) {
    TrainingStep step = new TrainingStep(model, options, seed, parallelism, listener);
    double rate = options.optimizer().learningRate().at(0, options.epochs());
    collectEarlierModels();
    StepRecording recording = new StepRecording(warmup, steps);
    for (int epoch = 0; !recording.isComplete(); epoch++) {
      try (BatchLoader loader = BatchLoader.shuffled(split, options.batch(), seed, epoch, 0)) {
        while (loader.hasNext() && !recording.isComplete()) {
          Batch batch = loader.next();
          recording.begin();
          step.run(batch, recording.done(), epoch, rate);
          recording.end();
          done.accept(recording.done());
        }
      }
    }
    return recording.times(model.parameters().length());
  }

  /** Their arrays' native memory goes with the objects, of which the heap has room for many. */
  private static void collectEarlierModels() {
    System.gc();
  }
}
