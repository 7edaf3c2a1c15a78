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

  private FlowStep flow(Graph graph, SDVariable start, SDVariable parameters) {
    SDVariable z = start;
    SDVariable logDet = null;
    int from = base.parameterCount();
    for (int i = 0; i < flows.size(); i++) {
      Flow flow = flows.get(i);
      int to = from + flow.parameterCount();
      Optional<SDVariable> given =
          to > from ? Optional.of(graph.columns(parameters, from, to)) : Optional.empty();
      FlowStep step = flow.forwardAndLogDet(graph.scope("flow-" + i), z, given);
      z = step.z();
      logDet = logDet == null ? step.logDeterminant() : logDet.add(step.logDeterminant());
      from = to;
    }
    return new FlowStep(z, logDet);
  }
}
