package dev.elbow.plugin.flow.realnvp;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowStep;
import dev.elbow.spi.Graph;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Two affine couplings with complementary masks, even dimensions kept first. With mask b:
 *
 * <pre>
 * y = b x + (1 - b) (x exp(s) + t),   (s, t) = network(b x, context),   |s| at most scaleBound
 * log|det| = sum (1 - b) s
 * x = b y + (1 - b) (y - t) exp(-s)
 * </pre>
 *
 * <p>Source: Dinh et al., Density Estimation using Real NVP, 2017.
 */
final class RealNvpFlow implements Flow {
  private final int latent;
  private final RealNvpOptions options;

  RealNvpFlow(int latent, RealNvpOptions options) {
    this.latent = latent;
    this.options = options;
  }

  @Override
  public int parameterCount() {
    return options.context();
  }

  @Override
  public boolean invertible() {
    return true;
  }

  @Override
  public FlowStep forwardAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> parameters) {
    FlowStep first = forward(graph.scope("even"), z, parameters, 0);
    FlowStep second = forward(graph.scope("odd"), first.z(), parameters, 1);
    return new FlowStep(second.z(), first.logDeterminant().add(second.logDeterminant()));
  }

  @Override
  public FlowStep inverseAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> parameters) {
    FlowStep second = inverse(graph.scope("odd"), z, parameters, 1);
    FlowStep first = inverse(graph.scope("even"), second.z(), parameters, 0);
    return new FlowStep(first.z(), first.logDeterminant().add(second.logDeterminant()));
  }

  private FlowStep forward(Graph graph, SDVariable x, Optional<SDVariable> given, int parity) {
    Coupling c = coupling(graph, x, given, parity);
    SDVariable moved = x.mul(exp(c.s)).add(c.t);
    return new FlowStep(c.kept.add(c.free.mul(moved)), graph.sumPerExample(c.s));
  }

  private FlowStep inverse(Graph graph, SDVariable y, Optional<SDVariable> given, int parity) {
    Coupling c = coupling(graph, y, given, parity);
    SDVariable moved = y.sub(c.t).mul(exp(c.s.neg()));
    return new FlowStep(c.kept.add(c.free.mul(moved)), graph.sumPerExample(c.s).neg());
  }

  /** The kept dimensions are the same on both sides, so that s and t are too. */
  private Coupling coupling(Graph graph, SDVariable x, Optional<SDVariable> given, int parity) {
    SDVariable free = graph.constant("free", freeMask(parity));
    SDVariable kept = x.mul(free.neg().add(1));
    SDVariable input = given.map(c -> graph.sameDiff().concat(1, kept, c)).orElse(kept);
    DataShape from = DataShape.vector(latent + options.context());
    DataShape to = DataShape.vector(2 * latent);
    SDVariable output = options.network().apply(graph.scope("network"), input, from, to);
    SDVariable raw = graph.columns(output, 0, latent).div(options.scaleBound());
    SDVariable s = graph.sameDiff().math.tanh(raw).mul(options.scaleBound()).mul(free);
    return new Coupling(free, kept, s, graph.columns(output, latent, 2 * latent));
  }

  private INDArray freeMask(int keptParity) {
    INDArray mask = Nd4j.zeros(1, latent);
    for (int i = 0; i < latent; i++) {
      mask.putScalar(0, i, i % 2 == keptParity ? 0 : 1);
    }
    return mask;
  }

  private static SDVariable exp(SDVariable x) {
    return x.getSameDiff().math.exp(x);
  }

  /** 1 - b, b x, s (0 where kept) and t. */
  private record Coupling(SDVariable free, SDVariable kept, SDVariable s, SDVariable t) {}
}
