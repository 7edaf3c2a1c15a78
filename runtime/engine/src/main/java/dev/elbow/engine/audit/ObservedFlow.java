package dev.elbow.engine.audit;

import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowStep;
import dev.elbow.spi.Graph;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A flow whose uses the observer sees.
 *
 * @param plugin its name
 */
record ObservedFlow(String plugin, Flow flow, FlowObserver observer) implements Flow {

  @Override
  public int parameterCount() {
    return flow.parameterCount();
  }

  @Override
  public FlowStep forwardAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> parameters) {
    return observer.step(
        graph, plugin, false, z, moved -> flow.forwardAndLogDet(graph, moved, parameters));
  }

  @Override
  public boolean invertible() {
    return flow.invertible();
  }

  @Override
  public FlowStep inverseAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> parameters) {
    return observer.step(
        graph, plugin, true, z, moved -> flow.inverseAndLogDet(graph, moved, parameters));
  }
}
