package dev.elbow.classifier;

import java.nio.file.Path;

/** Hears what happens until a classifier is ready. */
public interface ClassifierListener {
  /** Hears nothing. */
  ClassifierListener SILENT = new ClassifierListener() {};

  /** Another process or thread trains the same classifier; this one waits for it. */
  default void waiting(Path file) {}

  /**
   * A training begins.
   *
   * @param network the layers, in a few words
   */
  default void training(String network, int examples, int epochs) {}

  /**
   * An epoch has ended.
   *
   * @param epoch from 1
   * @param loss mean cross-entropy over the epoch's batches, nats
   */
  default void epoch(int epoch, int epochs, double loss) {}

  /** The file of a kept classifier cannot be used; another one is trained in its place. */
  default void unusable(Path file, String reason) {}

  /**
   * The classifier can be asked.
   *
   * @param kept whether it was read from disk
   * @param accuracy share of the test examples that it tells right
   */
  default void ready(boolean kept, double accuracy) {}
}
