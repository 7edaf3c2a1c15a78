package dev.elbow.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A trained model and its data, as a {@link Metric} asks them.
 *
 * <p>Answers are computed when they are asked for and kept, so that metrics share them. The same
 * question has the same answer: randomness comes from {@link #seed} alone.
 */
@ProviderType
public interface TrainedModel {

  /** The size of z. */
  int latentSize();

  /** The shape of one example. */
  DataShape dataShape();

  /** What values the examples hold. */
  DataValues dataValues();

  /** The seed of the run. */
  long seed();

  /** What the model learned from. */
  Examples train();

  /** What it has not seen. */
  Examples test();

  /**
   * Reconstruction and KL of each example.
   *
   * @param draw which of many samples z of each posterior, from 0; the first is the one that every
   *     other figure of the run is made with
   */
  ExampleScores scores(Examples examples, int draw);

  /**
   * The KL of each marginal of the posterior to the prior's, {@code [n, latent]}, nats. They add up
   * to the KL of the whole if the posterior's dimensions are independent, else to less.
   *
   * @return empty unless posterior and prior are Gaussian
   */
  Optional<Matrix> marginalKl(Examples examples);

  /** The deterministic codes, {@code [n, latent]}: the posterior's mean, where it has one. */
  Matrix codes(Examples examples);

  /** One sample of each example's posterior, {@code [n, latent]}: samples of q(z). */
  Matrix sampledCodes(Examples examples);

  /**
   * log q(z_i|x_i) of the {@link #sampledCodes}, nats.
   *
   * @throws InputException if the posterior states no density
   */
  double[] posteriorLogDensity(Examples examples);

  /**
   * log q(z) of codes under the aggregate posterior of examples: log 1/N sum_j q(z|x_j), nats.
   *
   * @param z {@code [n, latent]}
   * @throws InputException if the posterior states no density of codes that it did not draw
   */
  double[] aggregateLogDensity(Matrix z, Examples examples);

  /**
   * log p(z), nats.
   *
   * @param z {@code [n, latent]}
   * @throws InputException if the prior states no density
   */
  double[] priorLogDensity(Matrix z);

  /** Samples of the prior, {@code [count, latent]}. */
  Matrix priorCodes(int count);

  /**
   * What codes decode to: the mean of p(x|z), or a sample if the decoder has no mean to show.
   *
   * @param z {@code [n, latent]}
   * @return {@code [n, features]}
   */
  Matrix decode(Matrix z);

  /** Decoded codes of a source, {@code [count, features]}. */
  Matrix generate(CodeSource source, int count);

  /**
   * The importance-weighted estimate of log p(x).
   *
   * @param samples K of each example
   * @param megabytes that the arrays of an execution may take
   * @throws InputException if posterior or prior state no density
   */
  ImportanceScores importance(Examples examples, int samples, int megabytes);

  /**
   * The data set's classifier, trained at the first question and kept on disk.
   *
   * @throws InputException if the data have no labels
   */
  Classifier classifier();
}
