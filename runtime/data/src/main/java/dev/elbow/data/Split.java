package dev.elbow.data;

import dev.elbow.spi.DataShape;
import java.util.Objects;
import java.util.Optional;

/**
 * The examples of one purpose (training, validation, test), binarised as configured; immutable.
 *
 * <p>An example is a function of its index and the epoch alone: neither the order nor the size of
 * the batches changes it.
 */
public final class Split {
  private final String name;
  private final Images images;
  private final Binarization binarize;
  private final long seed;
  private final boolean redrawn;

  /**
   * @param redrawn whether stochastic binarisation draws anew for each epoch
   */
  Split(String name, Images images, Binarization binarize, long seed, boolean redrawn) {
    this.name = name;
    this.images = images;
    this.binarize = binarize;
    this.seed = seed;
    this.redrawn = redrawn;
  }

  /** {@code train}, {@code validation} or {@code test}. */
  public String name() {
    return name;
  }

  /** The number of examples. */
  public int size() {
    return images.count();
  }

  /** The shape of one example. */
  public DataShape shape() {
    return images.shape();
  }

  /** The first examples, each as it is in the whole. */
  public Split first(int count) {
    return new Split(name, images.slice(0, count), binarize, seed, redrawn);
  }

  /** The images before binarisation. */
  public Images images() {
    return images;
  }

  /**
   * Writes examples one after the other.
   *
   * @param epoch from 0; it matters only where stochastic binarisation is redrawn
   * @param target {@code [indices.length * features]} or longer
   */
  public void copy(int[] indices, int epoch, float[] target) {
    int features = shape().features();
    Objects.checkFromIndexSize(0, Math.multiplyExact(indices.length, features), target.length);
    for (int i = 0; i < indices.length; i++) {
      images.copy(indices[i], target, i * features);
      binarize(indices[i], epoch, target, i * features);
    }
  }

  /** The batch of these examples. */
  public Batch batch(int[] indices, int epoch) {
    float[] pixels = new float[Math.multiplyExact(indices.length, shape().features())];
    copy(indices, epoch, pixels);
    return new Batch(pixels, indices.length, indices, labels(indices));
  }

  /** The labels of these examples, if there are labels. */
  public Optional<int[]> labels(int[] indices) {
    if (!images.labelled()) {
      return Optional.empty();
    }
    int[] labels = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      labels[i] = images.label(indices[i]).getAsInt();
    }
    return Optional.of(labels);
  }

  private void binarize(int image, int epoch, float[] target, int offset) {
    int end = offset + shape().features();
    if (binarize == Binarization.THRESHOLD) {
      for (int i = offset; i < end; i++) {
        target[i] = target[i] >= 0.5f ? 1 : 0;
      }
    } else if (binarize == Binarization.STOCHASTIC) {
      long draw = redrawn ? epoch : 0;
      RandomStream random = RandomStreams.stream(seed, "binarize/" + name, draw << 32 | image);
      for (int i = offset; i < end; i++) {
        target[i] = random.nextFloat() < target[i] ? 1 : 0;
      }
    }
  }
}
