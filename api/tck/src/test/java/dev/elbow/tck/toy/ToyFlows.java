package dev.elbow.tck.toy;

import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowFactory;
import dev.elbow.spi.FlowStep;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.PartContext;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Flows of the tests, right ones first. */
public final class ToyFlows {
  private ToyFlows() {}

  /** Without options. */
  abstract static class Base extends Toy<Flow> implements FlowFactory<NoOptions> {}

  private static SDVariable exp(SDVariable x) {
    return x.getSameDiff().math.exp(x);
  }

  /** z' = z exp(s) + t, learned, with its inverse. */
  static class AffineFlow implements Flow {
    private final int latent;

    AffineFlow(int latent) {
      this.latent = latent;
    }

    SDVariable s(Graph graph) {
      return graph.parameter("s", Initializer.normal(0.1), 1, latent);
    }

    SDVariable t(Graph graph) {
      return graph.parameter("t", Initializer.zeros(), 1, latent);
    }

    SDVariable logDeterminant(Graph graph, SDVariable z) {
      return graph.sumPerExample(z.mul(0).add(s(graph)));
    }

    @Override
    public FlowStep forwardAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> given) {
      return new FlowStep(z.mul(exp(s(graph))).add(t(graph)), logDeterminant(graph, z));
    }

    @Override
    public boolean invertible() {
      return true;
    }

    @Override
    public FlowStep inverseAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> given) {
      SDVariable back = z.sub(t(graph)).mul(exp(s(graph).neg()));
      return new FlowStep(back, logDeterminant(graph, z).neg());
    }
  }

  /** A right flow with an inverse. */
  public static final class Affine extends Base {
    @Override
    Flow create(PartContext context) {
      return new AffineFlow(context.latentSize());
    }
  }

  /** A planar flow with amortised w, u and b. */
  private record Planar(int latent, boolean constrained) implements Flow {
    @Override
    public int parameterCount() {
      return 2 * latent + 1;
    }

    @Override
    public FlowStep forwardAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> given) {
      SDVariable w = graph.columns(given.orElseThrow(), 0, latent);
      SDVariable u = graph.columns(given.orElseThrow(), latent, 2 * latent);
      SDVariable b = graph.columns(given.orElseThrow(), 2 * latent, 2 * latent + 1);
      SDVariable wu = graph.rowSums(w.mul(u));
      if (constrained) {
        SDVariable norm = graph.rowSums(w.mul(w)).add(1e-12);
        SDVariable lift = graph.softplus(wu).sub(1).sub(wu);
        u = u.add(w.mul(lift.div(norm)));
        wu = wu.add(lift);
      }
      SDVariable h = graph.sameDiff().math.tanh(graph.rowSums(z.mul(w)).add(b));
      SDVariable determinant = h.mul(h).neg().add(1).mul(wu).add(1);
      SDVariable logDet = graph.sameDiff().math.log(graph.sameDiff().math.abs(determinant));
      return new FlowStep(z.add(u.mul(h)), graph.sumPerExample(logDet));
    }
  }

  /** A right flow without an inverse. */
  public static final class ConstrainedPlanar extends Base {
    @Override
    Flow create(PartContext context) {
      return new Planar(context.latentSize(), true);
    }
  }

  /** Folds where w.u is below -1. */
  public static final class UnconstrainedPlanar extends Base {
    @Override
    Flow create(PartContext context) {
      return new Planar(context.latentSize(), false);
    }
  }

  /** z'_i = z_i exp(s_i) + m_i, (s, m) = tanh(z W), W masked. */
  private static final class Autoregressive implements Flow {
    private final int latent;
    private final INDArray mask;

    Autoregressive(int latent, int lastSeen) {
      this.latent = latent;
      this.mask = Nd4j.zeros(latent, 2 * latent);
      for (int i = 0; i < latent; i++) {
        for (int j = 0; j < 2 * latent; j++) {
          mask.putScalar(i, j, i <= j % latent + lastSeen ? 1 : 0);
        }
      }
    }

    @Override
    public FlowStep forwardAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> given) {
      SDVariable weight = graph.parameter("w", Initializer.normal(0.3), latent, 2 * latent);
      SDVariable masked = weight.mul(graph.constant("mask", mask));
      SDVariable both = graph.sameDiff().math.tanh(graph.product(z, masked, latent));
      SDVariable s = graph.columns(both, 0, latent);
      SDVariable m = graph.columns(both, latent, 2 * latent);
      return new FlowStep(z.mul(exp(s)).add(m), graph.sumPerExample(s));
    }
  }

  /** Each output sees earlier inputs alone. */
  public static final class Masked extends Base {
    @Override
    Flow create(PartContext context) {
      return new Autoregressive(context.latentSize(), -1);
    }
  }

  /** The scale of each output sees its own input. */
  public static final class MaskedOneTooFew extends Base {
    @Override
    Flow create(PartContext context) {
      return new Autoregressive(context.latentSize(), 0);
    }
  }

  /** Each output sees the next input. */
  public static final class MaskedTheWrongWay extends Base {
    @Override
    Flow create(PartContext context) {
      return new Autoregressive(context.latentSize(), 1);
    }
  }

  /** Says 0 where it scales. */
  public static final class NoLogDeterminant extends Base {
    @Override
    Flow create(PartContext context) {
      return new AffineFlow(context.latentSize()) {
        @Override
        SDVariable logDeterminant(Graph graph, SDVariable z) {
          return graph.sumPerExample(z.mul(0));
        }
      };
    }
  }

  /** The log-determinant as a column. */
  public static final class ColumnLogDeterminant extends Base {
    @Override
    Flow create(PartContext context) {
      return new AffineFlow(context.latentSize()) {
        @Override
        SDVariable logDeterminant(Graph graph, SDVariable z) {
          return graph.rowSums(z.mul(0).add(s(graph)));
        }
      };
    }
  }

  /** An inverse that forgets the shift. */
  public static final class WrongInverse extends Base {
    @Override
    Flow create(PartContext context) {
      return new AffineFlow(context.latentSize()) {
        @Override
        public FlowStep inverseAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> given) {
          return new FlowStep(z.mul(exp(s(graph).neg())), logDeterminant(graph, z).neg());
        }
      };
    }
  }

  /** An inverse with the forward map's log-determinant. */
  public static final class WrongInverseDeterminant extends Base {
    @Override
    Flow create(PartContext context) {
      return new AffineFlow(context.latentSize()) {
        @Override
        public FlowStep inverseAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> given) {
          FlowStep right = super.inverseAndLogDet(graph, z, given);
          return new FlowStep(right.z(), logDeterminant(graph, z));
        }
      };
    }
  }

  /** An inverse that it offers and does not declare. */
  public static final class UndeclaredInverse extends Base {
    @Override
    Flow create(PartContext context) {
      return new AffineFlow(context.latentSize()) {
        @Override
        public boolean invertible() {
          return false;
        }
      };
    }
  }

  /** The example of docs/contract.md with its log-determinant forgotten. */
  public static final class ForgetfulScale extends Base {
    @Override
    public String name() {
      return "scale";
    }

    @Override
    Flow create(PartContext context) {
      return (graph, z, parameters) -> {
        SDVariable s = graph.parameter("s", Initializer.zeros(), 1, context.latentSize());
        return new FlowStep(z.mul(exp(s)), graph.sumPerExample(z.mul(0)));
      };
    }
  }
}
