package dev.elbow.classifier;

import dev.elbow.data.DataSplits;
import dev.elbow.data.Images;
import dev.elbow.spi.InputException;

/** Grey values and classes of both sets that a classifier needs. */
record LabelledImages(Images train, Images test, int classes) {

  /**
   * @throws InputException {@code CLASSIFIER-NO-LABELS} or {@code CLASSIFIER-ONE-CLASS}
   */
  static LabelledImages of(DataSplits data) {
    Images train = labelled(data, data.train().images(), "training");
    Images test = labelled(data, data.test().images(), "test");
    int largest = Math.max(largest(train), largest(test));
    if (largest == 0) {
      throw new InputException(
          "CLASSIFIER-ONE-CLASS",
          "expected images of at least two classes, found the class 0 alone",
          data.name(),
          "Leave out the metrics that need a classifier, or use data of several classes.");
    }
    return new LabelledImages(train, test, largest + 1);
  }

  private static Images labelled(DataSplits data, Images images, String purpose) {
    if (!images.labelled()) {
      throw new InputException(
          "CLASSIFIER-NO-LABELS",
          "expected a class for each image, found " + purpose + " images without labels",
          data.name(),
          "Leave out the metrics that need a classifier (class-distribution, frechet-distance),"
              + " or give the labels of the images.");
    }
    return images;
  }

  private static int largest(Images images) {
    int largest = 0;
    for (int i = 0; i < images.count(); i++) {
      largest = Math.max(largest, images.label(i).getAsInt());
    }
    return largest;
  }

  /** The pixels of some images one after the other, 0 to 1. */
  static float[] pixels(Images images, int[] order, int from, int count) {
    int features = images.shape().features();
    float[] pixels = new float[count * features];
    for (int i = 0; i < count; i++) {
      images.copy(order[from + i], pixels, i * features);
    }
    return pixels;
  }

  /** The classes of some images. */
  static int[] labels(Images images, int[] order, int from, int count) {
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = images.label(order[from + i]).getAsInt();
    }
    return labels;
  }
}
