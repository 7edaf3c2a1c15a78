package dev.elbow.spi;

import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.osgi.annotation.versioning.ConsumerType;

/** An invertible map of z whose log-determinant is known. */
@ConsumerType
public interface Flow {

  /**
   * How many numbers the flow wants from the encoder for each example, as amortised parameters or
   * as context; 0 if its own parameters suffice. A flow in a prior gets none.
   */
  default int parameterCount() {
    return 0;
  }

  /**
   * The map and its log-determinant.
   *
   * @param graph in the flow's own scope
   * @param z {@code [batch, latent]}
   * @param parameters {@code [batch, parameterCount()]}; empty if that is 0
   */
  FlowStep forwardAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> parameters);

  /** Whether {@link #inverseAndLogDet} is offered: a prior made of flows needs it. */
  default boolean invertible() {
    return false;
  }

  /**
   * The inverse map and the inverse's log-determinant.
   *
   * @throws UnsupportedOperationException if the flow is not {@link #invertible()}
   */
  default FlowStep inverseAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> parameters) {
    throw new UnsupportedOperationException(getClass().getName() + " declares no inverse");
  }
}
