package dev.elbow.spi;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A classifier of images trained on the data set's training examples, for judging samples. Figures
 * taken with it compare only with others taken with it.
 */
@ProviderType
public interface Classifier {

  /** The number of classes. */
  int classes();

  /** The share of test examples that it tells right. */
  double accuracy();

  /** Which network it is, and on what it was trained, in a few words. */
  String description();

  /**
   * The probability of each class.
   *
   * @param pixels {@code [n, features]}
   * @return {@code [n, classes]}, rows adding up to 1
   */
  Matrix probabilities(Matrix pixels);

  /**
   * The activations of the last hidden layer.
   *
   * @param pixels {@code [n, features]}
   * @return {@code [n, width of that layer]}
   */
  Matrix features(Matrix pixels);
}
