package dev.elbow.spi;

import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The likelihood p(x|z), with the network that gives its parameters.
 *
 * <p>{@link #output} turns z into the raw parameters of p(x|z); the other methods read them. The
 * likelihood sees x, because an optimal shared variance is a statistic of the batch and an
 * autoregressive likelihood conditions each feature on the ones before it.
 */
@ConsumerType
public interface Decoder {

  /** The width of {@link #output}; for a Bernoulli likelihood, the number of features. */
  int outputWidth();

  /**
   * The network's output.
   *
   * @param graph in the decoder's own scope, as in all methods here
   * @param z {@code [batch, latent]}
   * @return {@code [batch, outputWidth()]}, unconstrained
   */
  SDVariable output(Graph graph, SDVariable z);

  /**
   * -log p(x|z) of each example.
   *
   * @param x {@code [batch, features]}
   * @param output of {@link #output}
   * @return {@code [batch]}, nats
   */
  SDVariable negativeLogLikelihood(Graph graph, SDVariable x, SDVariable output);

  /**
   * E[x|z], what a reconstruction shows.
   *
   * @return {@code [batch, features]} in the data's units; empty if it has no closed form
   */
  Optional<SDVariable> mean(Graph graph, SDVariable output);

  /**
   * A sample of p(x|z), with noise from {@link Graph#noise}.
   *
   * @return {@code [batch, features]}; empty if sampling goes step by step, see {@link #stepwise}
   */
  Optional<SDVariable> sample(Graph graph, SDVariable output);

  /**
   * The standard deviation of each feature of p(x|z), where it depends on z: what a map of sigma
   * shows.
   *
   * @return {@code [batch, features]} in the data's units, above 0; empty if one sigma serves all
   *     features, or the mean says it already
   */
  default Optional<SDVariable> deviation(Graph graph, SDVariable output) {
    return Optional.empty();
  }

  /** How an autoregressive decoder samples; the engine runs the loop. */
  default Optional<StepwiseSampling> stepwise() {
    return Optional.empty();
  }

  /**
   * Whether {@link #negativeLogLikelihood} is a log-probability of such data, and of what.
   *
   * @param values what the data hold
   */
  Bound bound(DataValues values);
}
