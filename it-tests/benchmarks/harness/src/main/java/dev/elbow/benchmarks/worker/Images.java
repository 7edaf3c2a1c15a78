package dev.elbow.benchmarks.worker;

import dev.elbow.data.Batch;
import dev.elbow.data.BatchLoader;
import dev.elbow.data.Binarization;
import dev.elbow.data.DataFolder;
import dev.elbow.data.DataOptions;
import dev.elbow.data.DataSplits;
import dev.elbow.data.Split;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/** The real images, which every contender gets from the same code in the same order. */
public final class Images {
  private Images() {}

  /** The training images, 0 or 1 by threshold. */
  public static Split train(Job job) {
    DataOptions options =
        new DataOptions(
            Optional.of(job.dataset()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Binarization.THRESHOLD,
            0,
            Optional.empty(),
            0);
    return DataSplits.open(options, new DataFolder(Path.of(job.data())), Job.SEED).train();
  }

  /** Images from a place on, {@code [size * features]}. */
  public static float[] pixels(Split split, int from, int size) {
    return split.batch(IntStream.range(from, from + size).toArray(), 0).pixels();
  }

  /** A training step of a contender. */
  @FunctionalInterface
  public interface Step {
    /** Trains on these pixels and waits for it. */
    void run(float[] pixels, int rows);
  }

  /** Times steps on shuffled batches, which a background thread prepares. */
  public static Figures train(Job job, Step step) {
    Split split = train(job);
    Stopwatch watch = new Stopwatch(job.subject());
    for (int epoch = 0; !watch.isComplete(); epoch++) {
      try (BatchLoader loader = batches(job, split, epoch)) {
        while (loader.hasNext() && !watch.isComplete()) {
          Batch batch = loader.next();
          watch.begin();
          step.run(batch.pixels(), batch.size());
          watch.end();
        }
      }
    }
    return watch.figures();
  }

  /** An epoch's batches. */
  public static BatchLoader batches(Job job, Split split, int epoch) {
    return BatchLoader.shuffled(split, job.subject().batch(), Job.SEED, epoch, 0);
  }

  /** Inference of a contender on one batch. */
  @FunctionalInterface
  public interface Inference {
    /** The outputs of the rows from a place on, row after row. */
    float[] run(int from, int size);
  }

  /** Times the inference of many examples, batch after batch, into one array. */
  public static Figures infer(Job job, int width, Inference inference) {
    int count = job.subject().examples();
    int batch = job.subject().batch();
    return repeat(
        job,
        () -> {
          float[] all = new float[Math.multiplyExact(count, width)];
          for (int from = 0; from < count; from += batch) {
            float[] rows = inference.run(from, Math.min(batch, count - from));
            System.arraycopy(rows, 0, all, from * width, rows.length);
          }
        });
  }

  /** Times the same work again and again. */
  public static Figures repeat(Job job, Runnable work) {
    Stopwatch watch = new Stopwatch(job.subject());
    while (!watch.isComplete()) {
      watch.begin();
      work.run();
      watch.end();
    }
    return watch.figures();
  }
}
