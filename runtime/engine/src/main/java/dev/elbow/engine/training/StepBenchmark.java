package dev.elbow.engine.training;

import dev.elbow.data.BatchLoader;
import dev.elbow.data.Split;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.options.TrainingOptions;
import dev.elbow.engine.training.StepTimes.MemoryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Times whole training steps on real batches: noise, forward, backward, update. */
public final class StepBenchmark {
  private static final int MEMORY_POINTS = 200;

  private final TrainingOptions options;
  private final long seed;
  private final int warmup;
  private final int steps;

  /**
   * @param options batch size and optimizer
   * @param warmup steps that are run first and not counted
   * @param steps that are timed, at least 1
   */
  public StepBenchmark(TrainingOptions options, long seed, int warmup, int steps) {
    this.options = options;
    this.seed = seed;
    this.warmup = warmup;
    this.steps = steps;
  }

  /**
   * Runs the steps; the model is trained by them.
   *
   * @param done hears the number of steps done
   */
  public StepTimes run(ModelGraphs model, Split split, LongConsumer done) {
    TrainingStep step = new TrainingStep(model, options, seed);
    double rate = options.optimizer().learningRate().at(0, options.epochs());
    double[] milliseconds = new double[steps];
    List<MemoryPoint> memory = new ArrayList<>();
    memory.add(new MemoryPoint(0, ResidentMemory.bytes()));
    int total = warmup + steps;
    int every = Math.max(1, total / MEMORY_POINTS);
    int number = 0;
    for (int epoch = 0; number < total; epoch++) {
      try (BatchLoader loader = BatchLoader.shuffled(split, options.batch(), seed, epoch, 0)) {
        while (loader.hasNext() && number < total) {
          var batch = loader.next();
          long start = System.nanoTime();
          step.run(batch, number, epoch, rate);
          if (number >= warmup) {
            milliseconds[number - warmup] = (System.nanoTime() - start) / 1e6;
          }
          number++;
          if (number % every == 0 || number == total) {
            memory.add(new MemoryPoint(number, ResidentMemory.bytes()));
          }
          done.accept(number);
        }
      }
    }
    return StepTimes.of(model.parameters().length(), milliseconds, memory);
  }
}
