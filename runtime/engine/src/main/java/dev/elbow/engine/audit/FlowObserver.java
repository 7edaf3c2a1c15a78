package dev.elbow.engine.audit;

import dev.elbow.graph.GraphBuilder;
import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowStep;
import dev.elbow.spi.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Knows every flow of a model, however deep it is nested, and where it is used.
 *
 * <p>The flows are handed out through it when the parts are made. While it watches, each use of a
 * flow gets an input that moves the flow's argument, so that its Jacobian can be measured at the
 * very points, and with the very parameters, that the model uses it with.
 */
public final class FlowObserver {
  private final int latent;
  private final List<FlowCall> calls = new ArrayList<>();
  private boolean any;
  private boolean watching;

  public FlowObserver(int latent) {
    this.latent = latent;
  }

  /** The flow, observed. */
  public Flow observe(String plugin, Flow flow) {
    any = true;
    return new ObservedFlow(plugin, flow, this);
  }

  /** Whether the model has a flow. */
  boolean any() {
    return any;
  }

  /** Builds a graph in which the flows can be moved. */
  <T> T watch(Supplier<T> building) {
    calls.clear();
    watching = true;
    try {
      return building.get();
    } finally {
      watching = false;
    }
  }

  /** The uses of flows in the graph that was watched. */
  List<FlowCall> calls() {
    return List.copyOf(calls);
  }

  FlowStep step(
      Graph graph,
      String plugin,
      boolean inverse,
      SDVariable z,
      Function<SDVariable, FlowStep> of) {
    if (!watching) {
      return of.apply(z);
    }
    String scope = GraphBuilder.scopeOf(graph);
    FlowCall call = FlowCall.of(scope, plugin, inverse, calls.size());
    calls.add(call);
    SDVariable shift = graph.sameDiff().placeHolder(call.shift(), graph.dataType(), -1, latent);
    FlowStep step = of.apply(z.add(shift));
    FlowCall.name(call.z(), step.z());
    FlowCall.name(call.logDeterminant(), step.logDeterminant());
    return step;
  }
}
