package dev.elbow.spi;

import org.nd4j.autodiff.samediff.SDVariable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A body with weights: encoder, decoder, discriminator, flow conditioner.
 *
 * <p>The network maps one shape to another, the last layer included and without an activation on
 * it. A convolutional network learns its direction from the two shapes: from an image to a vector
 * it goes down, from a vector to an image it goes up.
 */
@ConsumerType
public interface Network {

  /**
   * Applies the network.
   *
   * @param graph in the network's own scope
   * @param input {@code [batch, from.features()]}
   * @param from the shape of an input row
   * @param to the shape of an output row
   * @return {@code [batch, to.features()]}
   * @throws InputException if the network cannot map these shapes
   */
  SDVariable apply(Graph graph, SDVariable input, DataShape from, DataShape to);
}
