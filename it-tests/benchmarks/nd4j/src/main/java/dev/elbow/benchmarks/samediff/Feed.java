package dev.elbow.benchmarks.samediff;

import dev.elbow.benchmarks.worker.Images;
import dev.elbow.benchmarks.worker.Job;
import dev.elbow.benchmarks.worker.Stopwatch;
import dev.elbow.data.Batch;
import dev.elbow.data.BatchLoader;
import dev.elbow.data.Split;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.dataset.api.MultiDataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Feeds {@code fit}, and times it from outside: a step lasts from a batch in Java's memory to the
 * next question whether there is another batch.
 */
final class Feed implements MultiDataSetIterator {
  private static final long serialVersionUID = 1;

  private final transient Job job;
  private final transient Split split;
  private final transient Stopwatch watch;
  private transient BatchLoader loader;
  private int epoch;
  private boolean stepping;

  Feed(Job job, Split split, Stopwatch watch) {
    this.job = job;
    this.split = split;
    this.watch = watch;
    this.loader = Images.batches(job, split, epoch);
  }

  @Override
  public boolean hasNext() {
    if (stepping) {
      watch.end();
      stepping = false;
    }
    if (watch.isComplete()) {
      loader.close();
      return false;
    }
    return true;
  }

  @Override
  public MultiDataSet next() {
    if (!loader.hasNext()) {
      epoch++;
      loader = Images.batches(job, split, epoch);
    }
    Batch batch = loader.next();
    watch.begin();
    stepping = true;
    long width = split.shape().features();
    INDArray x = Nd4j.create(batch.pixels(), new long[] {batch.size(), width}, 'c');
    INDArray noise = Nd4j.randn(DataType.FLOAT, batch.size(), job.subject().model().latent());
    return new MultiDataSet(new INDArray[] {x, noise}, new INDArray[0]);
  }

  @Override
  public MultiDataSet next(int count) {
    throw new UnsupportedOperationException("batches have one size");
  }

  @Override
  public void setPreProcessor(MultiDataSetPreProcessor preProcessor) {
    throw new UnsupportedOperationException("the batches are prepared");
  }

  @Override
  public MultiDataSetPreProcessor getPreProcessor() {
    return null;
  }

  @Override
  public boolean resetSupported() {
    return false;
  }

  /** No: the loader's own thread prepares batches for all contenders alike. */
  @Override
  public boolean asyncSupported() {
    return false;
  }

  @Override
  public void reset() {
    throw new UnsupportedOperationException("one pass");
  }
}
