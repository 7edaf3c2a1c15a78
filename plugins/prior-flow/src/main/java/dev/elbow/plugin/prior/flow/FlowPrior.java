package dev.elbow.plugin.prior.flow;

import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowStep;
import dev.elbow.spi.Graph;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Noise;
import dev.elbow.spi.Prior;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The prior z = f_K(... f_1(y)), y ~ N(0, I):
 *
 * <pre>log p(z) = log N(f^-1(z); 0, I) + log |det of f^-1 at z|</pre>
 */
final class FlowPrior implements Prior {
  private final int latent;
  private final List<Flow> flows;

  FlowPrior(int latent, FlowPriorOptions options) {
    this.latent = latent;
    List<Flow> chain = new ArrayList<>();
    for (FlowPriorOptions.Repeated item : options.flows()) {
      refuse(!item.flow().invertible(), "an invertible flow", "one without an inverse");
      refuse(item.flow().parameterCount() > 0, "a flow without context", "one that wants some");
      for (int i = 0; i < item.count(); i++) {
        chain.add(item.flow());
      }
    }
    this.flows = List.copyOf(chain);
  }

  private static void refuse(boolean wrong, String expected, String found) {
    if (wrong) {
      throw new InputException(
          "PRIOR-FLOW",
          "a flow prior expects " + expected + ", found " + found,
          "",
          "Use realnvp with context 0, or put this flow into a flow posterior.");
    }
  }

  @Override
  public Optional<SDVariable> logDensity(Graph graph, SDVariable z) {
    SDVariable y = z;
    SDVariable logDet = null;
    for (int i = flows.size() - 1; i >= 0; i--) {
      FlowStep step = flows.get(i).inverseAndLogDet(scope(graph, i), y, Optional.empty());
      y = step.z();
      logDet = logDet == null ? step.logDeterminant() : logDet.add(step.logDeterminant());
    }
    return Optional.of(graph.standardNormalLogDensity(y).add(logDet));
  }

  @Override
  public SDVariable sample(Graph graph) {
    SDVariable z = graph.noise("epsilon", Noise.STANDARD_NORMAL, latent);
    for (int i = 0; i < flows.size(); i++) {
      z = flows.get(i).forwardAndLogDet(scope(graph, i), z, Optional.empty()).z();
    }
    return z;
  }

  private static Graph scope(Graph graph, int index) {
    return graph.scope("flow-" + index);
  }
}
