package dev.elbow.spi;

import org.nd4j.autodiff.samediff.SDVariable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Ancestral sampling of an autoregressive decoder. The part builds the graph of one step and says
 * how many there are; the engine feeds each step's result into the next.
 */
@ConsumerType
public interface StepwiseSampling {

  /** The number of steps, for example one per pixel. */
  int steps();

  /**
   * One step.
   *
   * @param graph in the decoder's own scope
   * @param partial what is drawn so far, {@code [batch, features]}, zeros at the start
   * @param output of {@link Decoder#output}
   * @param step the step's number from 0, a scalar input
   * @return {@code [batch, features]} with this step's features filled in
   */
  SDVariable step(Graph graph, SDVariable partial, SDVariable output, SDVariable step);
}
