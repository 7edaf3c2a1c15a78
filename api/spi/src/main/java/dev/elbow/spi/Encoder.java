package dev.elbow.spi;

import org.nd4j.autodiff.samediff.SDVariable;
import org.osgi.annotation.versioning.ProviderType;

/** The model's encoder as a function of x, for parts that need more than the batch's codes. */
@ProviderType
public interface Encoder {

  /** The posterior whose parameters the encoder gives. */
  Posterior posterior();

  /**
   * The posterior's parameters of any examples, with the encoder's own weights.
   *
   * @param graph the graph of the caller
   * @param x {@code [n, features]}
   * @return {@code [n, posterior().parameterCount()]}
   */
  SDVariable parameters(Graph graph, SDVariable x);
}
