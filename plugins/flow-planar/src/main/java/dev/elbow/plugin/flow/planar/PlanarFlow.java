package dev.elbow.plugin.flow.planar;

import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowStep;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The planar flow
 *
 * <pre>
 * f(z) = z + u' tanh(w.z + b),   log|det| = log(1 + (1 - tanh^2(w.z + b)) w.u')
 * u'   = u + [softplus(w.u) - 1 - w.u] w / |w|^2,  so that w.u' > -1 and f is invertible
 * </pre>
 *
 * <p>Shapes: parameters, if amortised, {@code [batch, 2 latent + 1]}: w, u, b.
 *
 * <p>Source: Rezende and Mohamed, Variational Inference with Normalizing Flows, 2015, section 4.1
 * and appendix A.1; the constraint as in the formulas' corrected form, whose w.u' is softplus - 1.
 */
final class PlanarFlow implements Flow {
  /** Keeps w / |w|^2 finite at w = 0; the determinant uses the same u', so that it stays exact. */
  private static final double TINY = 1e-12;

  private final int latent;
  private final boolean amortised;

  PlanarFlow(int latent, PlanarOptions options) {
    this.latent = latent;
    this.amortised = options.amortised();
  }

  @Override
  public int parameterCount() {
    return amortised ? 2 * latent + 1 : 0;
  }

  @Override
  public FlowStep forwardAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> parameters) {
    SDVariable w = part(graph, parameters, "w", 0, latent);
    SDVariable u = part(graph, parameters, "u", latent, 2 * latent);
    SDVariable b = part(graph, parameters, "b", 2 * latent, 2 * latent + 1);
    SDVariable h = graph.sameDiff().math.tanh(graph.rowSums(z.mul(w)).add(b));
    SDVariable wu = graph.rowSums(w.mul(u));
    SDVariable norm = graph.rowSums(w.mul(w));
    SDVariable lift = graph.softplus(wu).sub(1).sub(wu).div(norm.add(TINY));
    SDVariable constrained = u.add(w.mul(lift));
    SDVariable slope = h.mul(h).neg().add(1);
    SDVariable change = slope.mul(wu.add(lift.mul(norm)));
    SDVariable logDet = graph.sumPerExample(graph.sameDiff().math.log1p(change));
    return new FlowStep(z.add(constrained.mul(h)), logDet);
  }

  /** {@code [batch, n]} if amortised, otherwise {@code [1, n]}. */
  private SDVariable part(
      Graph graph, Optional<SDVariable> parameters, String name, int from, int to) {
    return parameters
        .map(p -> graph.columns(p, from, to))
        .orElseGet(() -> graph.parameter(name, Initializer.uniformFanIn(latent), 1, to - from));
  }
}
