package dev.elbow.classifier;

import dev.elbow.data.Images;
import dev.elbow.data.RandomStream;
import dev.elbow.data.RandomStreams;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Trains a network: Adam on the cross-entropy, its rate falling to 0 in a straight line. */
final class Training {
  private static final int BATCH = 64;
  private static final double RATE = 2e-3;
  private static final long SEED = 1;

  /** Few examples are seen more often, so that there are steps enough. */
  private static final int LEAST_STEPS = 2500;

  private static final int LEAST_EPOCHS = 3;
  private static final int MOST_EPOCHS = 40;

  private final LabelledImages data;
  private final Design design;
  private final ClassifierListener listener;

  Training(LabelledImages data, Design design, ClassifierListener listener) {
    this.data = data;
    this.design = design;
    this.listener = listener;
  }

  /** Trains, and judges the test images. */
  Weights run() {
    int steps = steps();
    int epochs = Math.min(MOST_EPOCHS, Math.max(LEAST_EPOCHS, (LEAST_STEPS + steps - 1) / steps));
    listener.training(design.toString(), data.train().count(), epochs);
    try (Network network = new Network(design, new FallingRate(RATE, epochs * steps))) {
      network.initialize(SEED);
      for (int epoch = 0; epoch < epochs; epoch++) {
        listener.epoch(epoch + 1, epochs, epoch(network, epoch));
      }
      return new Weights(network.parameters(), accuracy(network));
    }
  }

  private int steps() {
    return (data.train().count() + BATCH - 1) / BATCH;
  }

  /** One pass in an order of its own; gives the mean loss of its batches. */
  private double epoch(Network network, int epoch) {
    Images images = data.train();
    int[] order = shuffled(images.count(), epoch);
    double sum = 0;
    for (int from = 0; from < order.length; from += BATCH) {
      int count = Math.min(BATCH, order.length - from);
      sum +=
          network.step(
              LabelledImages.pixels(images, order, from, count),
              LabelledImages.labels(images, order, from, count));
    }
    return sum / steps();
  }

  private static int[] shuffled(int count, int epoch) {
    int[] order = IntStream.range(0, count).toArray();
    RandomStream random = RandomStreams.stream(SEED, "classifier/shuffle", epoch);
    for (int last = count - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int moved = order[last];
      order[last] = order[other];
      order[other] = moved;
    }
    return order;
  }

  private double accuracy(Network network) {
    Images images = data.test();
    int[] order = IntStream.range(0, images.count()).toArray();
    int right = 0;
    for (int from = 0; from < order.length; from += Forward.BATCH) {
      int count = Math.min(Forward.BATCH, order.length - from);
      float[] rows =
          network.probabilities(LabelledImages.pixels(images, order, from, count), count);
      for (int i = 0; i < count; i++) {
        int start = i * design.classes();
        float[] row = Arrays.copyOfRange(rows, start, start + design.classes());
        right += largest(row) == images.label(from + i).getAsInt() ? 1 : 0;
      }
    }
    return (double) right / images.count();
  }

  private static int largest(float[] row) {
    int best = 0;
    for (int k = 1; k < row.length; k++) {
      best = row[k] > row[best] ? k : best;
    }
    return best;
  }
}
