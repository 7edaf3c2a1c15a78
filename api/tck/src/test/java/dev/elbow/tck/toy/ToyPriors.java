package dev.elbow.tck.toy;

import dev.elbow.spi.DiagonalGaussian;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.Noise;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Prior;
import dev.elbow.spi.PriorFactory;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** Priors of the tests, right ones first. */
public final class ToyPriors {
  private ToyPriors() {}

  /** Without options. */
  abstract static class Base extends Toy<Prior> implements PriorFactory<NoOptions> {}

  /** N(m, diag exp(l)), both learned. */
  static class GaussianPrior implements Prior {
    final int latent;

    GaussianPrior(int latent) {
      this.latent = latent;
    }

    SDVariable mean(Graph graph) {
      return graph.parameter("mean", Initializer.normal(0.3), 1, latent);
    }

    SDVariable l(Graph graph) {
      return graph.parameter("log-variance", Initializer.zeros(), 1, latent);
    }

    SDVariable deviation(Graph graph, double sign) {
      return graph.sameDiff().math.exp(l(graph).mul(sign * 0.5));
    }

    @Override
    public Optional<SDVariable> logDensity(Graph graph, SDVariable z) {
      SDVariable standardised = z.sub(mean(graph)).mul(deviation(graph, -1));
      SDVariable half = graph.sumPerExample(z.mul(0).add(l(graph))).mul(0.5);
      return Optional.of(graph.standardNormalLogDensity(standardised).sub(half));
    }

    @Override
    public SDVariable sample(Graph graph) {
      SDVariable noise = graph.noise("noise", Noise.STANDARD_NORMAL, latent);
      return noise.mul(deviation(graph, 1)).add(mean(graph));
    }

    @Override
    public Optional<DiagonalGaussian> gaussian(Graph graph) {
      return Optional.of(DiagonalGaussian.of(mean(graph), l(graph)));
    }
  }

  /** A right one. */
  public static final class Gaussian extends Base {
    @Override
    Prior create(PartContext context) {
      return new GaussianPrior(context.latentSize());
    }
  }

  /** A right one that can only be sampled. */
  public static final class SampledOnly extends Base {
    @Override
    Prior create(PartContext context) {
      return new GaussianPrior(context.latentSize()) {
        @Override
        public Optional<SDVariable> logDensity(Graph graph, SDVariable z) {
          return Optional.empty();
        }

        @Override
        public Optional<DiagonalGaussian> gaussian(Graph graph) {
          return Optional.empty();
        }
      };
    }
  }

  /** The density lacks its log-determinant. */
  public static final class NotNormalised extends Base {
    @Override
    Prior create(PartContext context) {
      return new GaussianPrior(context.latentSize()) {
        @Override
        public Optional<SDVariable> logDensity(Graph graph, SDVariable z) {
          SDVariable standardised = z.sub(mean(graph)).mul(deviation(graph, -1));
          return Optional.of(graph.standardNormalLogDensity(standardised));
        }
      };
    }
  }

  /** Samples with the variance for the deviation. */
  public static final class SamplesTooWide extends Base {
    @Override
    Prior create(PartContext context) {
      return new GaussianPrior(context.latentSize()) {
        @Override
        public SDVariable sample(Graph graph) {
          SDVariable noise = graph.noise("noise", Noise.STANDARD_NORMAL, latent);
          return noise.mul(deviation(graph, 2)).add(mean(graph));
        }
      };
    }
  }

  /** Calls itself the standard normal. */
  public static final class FalseGaussian extends Base {
    @Override
    Prior create(PartContext context) {
      return new GaussianPrior(context.latentSize()) {
        @Override
        public Optional<DiagonalGaussian> gaussian(Graph graph) {
          return Optional.of(DiagonalGaussian.standard());
        }
      };
    }
  }
}
