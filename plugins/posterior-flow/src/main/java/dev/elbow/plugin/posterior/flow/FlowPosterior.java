package dev.elbow.plugin.posterior.flow;

import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowStep;
import dev.elbow.spi.Graph;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Posterior;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * z = f_K(... f_1(z_0)) with z_0 from a base posterior:
 *
 * <pre>log q(z|x) = log q_0(z_0|x) - sum_k log |det J_k|</pre>
 *
 * <p>There is no closed-form KL; the engine takes the one-sample estimate. The code that represents
 * an example is the image of the base's code, which is not the mean of q.
 *
 * <p>Shapes: parameters {@code [batch, base + sum of the flows' parameters]}, in this order.
 *
 * <p>Source: Rezende and Mohamed, Variational Inference with Normalizing Flows, 2015.
 */
final class FlowPosterior implements Posterior {
  private final Posterior base;
  private final List<Flow> flows;

  FlowPosterior(FlowPosteriorOptions options) {
    this.base = options.base();
    List<Flow> chain = new ArrayList<>();
    for (FlowPosteriorOptions.Repeated item : options.flows()) {
      for (int i = 0; i < item.count(); i++) {
        chain.add(item.flow());
      }
    }
    this.flows = List.copyOf(chain);
  }

  @Override
  public int parameterCount() {
    return base.parameterCount() + flows.stream().mapToInt(Flow::parameterCount).sum();
  }

  @Override
  public LatentSample sample(Graph graph, SDVariable parameters) {
    SDVariable own = graph.columns(parameters, 0, base.parameterCount());
    LatentSample start = base.sample(graph.scope("base"), own);
    FlowStep flowed = flow(graph, start.z(), parameters);
    SDVariable code =
        start.code() == start.z() ? flowed.z() : flow(graph, start.code(), parameters).z();
    return start
        .logDensity()
        .map(density -> LatentSample.of(flowed.z(), density.sub(flowed.logDeterminant())))
        .orElseGet(() -> LatentSample.point(flowed.z()))
        .withCode(code);
  }

  /** At any point, by the inverses: empty if a flow has none, or the base has no such density. */
  @Override
  public Optional<SDVariable> logDensity(Graph graph, SDVariable parameters, SDVariable z) {
    if (!flows.stream().allMatch(Flow::invertible)) {
      return Optional.empty();
    }
    FlowStep back = inverse(graph, z, parameters);
    SDVariable own = graph.columns(parameters, 0, base.parameterCount());
    return base.logDensity(graph.scope("base"), own, back.z())
        .map(density -> density.add(back.logDeterminant()));
  }

  private FlowStep flow(Graph graph, SDVariable start, SDVariable parameters) {
    SDVariable z = start;
    SDVariable logDet = null;
    for (int i = 0; i < flows.size(); i++) {
      FlowStep step =
          flows.get(i).forwardAndLogDet(graph.scope("flow-" + i), z, given(graph, parameters, i));
      z = step.z();
      logDet = logDet == null ? step.logDeterminant() : logDet.add(step.logDeterminant());
    }
    return new FlowStep(z, logDet);
  }

  private FlowStep inverse(Graph graph, SDVariable end, SDVariable parameters) {
    SDVariable z = end;
    SDVariable logDet = null;
    for (int i = flows.size() - 1; i >= 0; i--) {
      FlowStep step =
          flows.get(i).inverseAndLogDet(graph.scope("flow-" + i), z, given(graph, parameters, i));
      z = step.z();
      logDet = logDet == null ? step.logDeterminant() : logDet.add(step.logDeterminant());
    }
    return new FlowStep(z, logDet);
  }

  /** The flow's amortised parameters, if it has any. */
  private Optional<SDVariable> given(Graph graph, SDVariable parameters, int flow) {
    int from =
        base.parameterCount()
            + flows.subList(0, flow).stream().mapToInt(Flow::parameterCount).sum();
    int to = from + flows.get(flow).parameterCount();
    return to > from ? Optional.of(graph.columns(parameters, from, to)) : Optional.empty();
  }
}
