package dev.elbow.plugin.flow.radial;

import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowStep;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The radial flow around z0
 *
 * <pre>
 * f(z) = z + b h (z - z0),   r = |z - z0|,   h = 1 / (a + r)
 * a = softplus(a^),   b = -a + softplus(b^),  so that b > -a and f is invertible
 * log|det| = (d - 1) log(1 + b h) + log(1 + b h - b r h^2)
 * </pre>
 *
 * <p>Where b nears -a, 1 + b h would be a difference of nearly equal numbers. With c = softplus(b^)
 * both logarithms are of sums and quotients of positive numbers:
 *
 * <pre>
 * 1 + b h           = (c + r) h
 * 1 + b h - b r h^2 = (r^2 + 2 a r + a c) h^2
 * </pre>
 *
 * <p>Shapes: parameters, if amortised, {@code [batch, latent + 2]}: z0, a^, b^.
 *
 * <p>Source: Rezende and Mohamed, Variational Inference with Normalizing Flows, 2015, section 4.1
 * and appendix A.2.
 */
final class RadialFlow implements Flow {
  /** The root's gradient at r = 0 would be infinite. */
  private static final double TINY = 1e-12;

  private final int latent;
  private final boolean amortised;

  RadialFlow(int latent, RadialOptions options) {
    this.latent = latent;
    this.amortised = options.amortised();
  }

  @Override
  public int parameterCount() {
    return amortised ? latent + 2 : 0;
  }

  @Override
  public FlowStep forwardAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> parameters) {
    SDVariable center = part(graph, parameters, "z0", 0, latent);
    SDVariable a = graph.softplus(part(graph, parameters, "alpha", latent, latent + 1));
    SDVariable c = graph.softplus(part(graph, parameters, "beta", latent + 1, latent + 2));
    SDVariable offset = z.sub(center);
    SDVariable r = graph.sameDiff().math.sqrt(graph.rowSums(offset.mul(offset)).add(TINY));
    SDVariable sum = a.add(r);
    SDVariable around = log(c.add(r)).sub(log(sum));
    SDVariable along = log(r.mul(sum.add(a)).add(a.mul(c))).sub(log(sum).mul(2));
    SDVariable logDet = around.mul(latent - 1).add(along);
    SDVariable moved = z.add(c.sub(a).div(sum).mul(offset));
    return new FlowStep(moved, graph.sumPerExample(logDet));
  }

  private static SDVariable log(SDVariable x) {
    return x.getSameDiff().math.log(x);
  }

  /** {@code [batch, n]} if amortised, otherwise {@code [1, n]}. */
  private SDVariable part(
      Graph graph, Optional<SDVariable> parameters, String name, int from, int to) {
    return parameters
        .map(p -> graph.columns(p, from, to))
        .orElseGet(() -> graph.parameter(name, Initializer.uniformFanIn(latent), 1, to - from));
  }
}
