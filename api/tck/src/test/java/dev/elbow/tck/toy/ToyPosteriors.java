package dev.elbow.tck.toy;

import dev.elbow.spi.GaussianMoments;
import dev.elbow.spi.Graph;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.Noise;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.PosteriorFactory;
import dev.elbow.spi.Prior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** Posteriors of the tests, right ones first. */
public final class ToyPosteriors {
  private ToyPosteriors() {}

  /** Without options. */
  abstract static class Base extends Toy<Posterior> implements PosteriorFactory<NoOptions> {}

  private static SDVariable exp(SDVariable x) {
    return x.getSameDiff().math.exp(x);
  }

  /** N(m, diag exp(l)), l = 4 tanh of what the encoder gives. */
  static class GaussianPosterior implements Posterior {
    final int latent;

    GaussianPosterior(int latent) {
      this.latent = latent;
    }

    @Override
    public int parameterCount() {
      return 2 * latent;
    }

    SDVariable mean(Graph graph, SDVariable parameters) {
      return graph.columns(parameters, 0, latent);
    }

    SDVariable l(Graph graph, SDVariable parameters) {
      SDVariable raw = graph.columns(parameters, latent, 2 * latent);
      return graph.sameDiff().math.tanh(raw.mul(0.25)).mul(4);
    }

    SDVariable density(Graph graph, SDVariable noise, SDVariable l) {
      return graph.standardNormalLogDensity(noise).sub(graph.sumPerExample(l).mul(0.5));
    }

    GaussianMoments moments(Graph graph, SDVariable parameters) {
      return GaussianMoments.independent(mean(graph, parameters), l(graph, parameters));
    }

    LatentSample sampled(Graph graph, SDVariable parameters) {
      SDVariable noise = graph.noise("noise", Noise.STANDARD_NORMAL, latent);
      SDVariable l = l(graph, parameters);
      SDVariable z = mean(graph, parameters).add(exp(l.mul(0.5)).mul(noise));
      return LatentSample.of(z, density(graph, noise, l));
    }

    @Override
    public LatentSample sample(Graph graph, SDVariable parameters) {
      return sampled(graph, parameters).withMoments(moments(graph, parameters));
    }

    @Override
    public Optional<SDVariable> logDensity(Graph graph, SDVariable parameters, SDVariable z) {
      SDVariable l = l(graph, parameters);
      SDVariable noise = z.sub(mean(graph, parameters)).mul(exp(l.mul(-0.5)));
      return Optional.of(density(graph, noise, l));
    }
  }

  /** A right one. */
  public static final class Gaussian extends Base {
    @Override
    Posterior create(PartContext context) {
      return new GaussianPosterior(context.latentSize());
    }
  }

  /** A right one that makes z of uniform noise: the logistic distribution. */
  public static final class Logistic extends Base {
    @Override
    Posterior create(PartContext context) {
      int latent = context.latentSize();
      return new Posterior() {
        @Override
        public int parameterCount() {
          return latent;
        }

        @Override
        public LatentSample sample(Graph graph, SDVariable parameters) {
          SDVariable u = graph.noise("u", Noise.UNIFORM, latent);
          SDVariable logits = log(u).sub(log(u.neg().add(1)));
          SDVariable slope = log(u).add(log(u.neg().add(1)));
          return LatentSample.of(parameters.add(logits), graph.sumPerExample(slope))
              .withCode(parameters);
        }

        private SDVariable log(SDVariable x) {
          return x.getSameDiff().math.log(x);
        }
      };
    }
  }

  /** A right one without a distribution: the code itself. */
  public static final class Point extends Base {
    @Override
    Posterior create(PartContext context) {
      int latent = context.latentSize();
      return new Posterior() {
        @Override
        public int parameterCount() {
          return latent;
        }

        @Override
        public LatentSample sample(Graph graph, SDVariable parameters) {
          return LatentSample.point(parameters.mul(1));
        }
      };
    }
  }

  /** AR(1) as published: the innovations lack sqrt(1 - rho^2), the density has it. */
  public static final class AutoregressiveWithoutRoot extends Base {
    @Override
    Posterior create(PartContext context) {
      return new GaussianPosterior(context.latentSize()) {
        private static final double RHO = 0.6;

        private SDVariable logDeterminant(Graph graph, SDVariable z) {
          double each = Math.log(1 - RHO * RHO) * (latent - 1) / latent;
          return graph.sumPerExample(z.mul(0).add(each));
        }

        @Override
        GaussianMoments moments(Graph graph, SDVariable parameters) {
          SDVariable mean = mean(graph, parameters);
          SDVariable r = logDeterminant(graph, mean);
          return GaussianMoments.correlated(mean, l(graph, parameters), r);
        }

        @Override
        LatentSample sampled(Graph graph, SDVariable parameters) {
          SDVariable noise = graph.noise("noise", Noise.STANDARD_NORMAL, latent);
          SDVariable u = graph.columns(noise, 0, 1);
          SDVariable last = u;
          for (int i = 1; i < latent; i++) {
            last = last.mul(RHO).add(graph.columns(noise, i, i + 1));
            u = graph.sameDiff().concat(1, u, last);
          }
          SDVariable l = l(graph, parameters);
          SDVariable z = mean(graph, parameters).add(exp(l.mul(0.5)).mul(u));
          SDVariable r = logDeterminant(graph, z).mul(0.5);
          return LatentSample.of(z, density(graph, noise, l).sub(r));
        }

        @Override
        public Optional<SDVariable> logDensity(Graph graph, SDVariable parameters, SDVariable z) {
          return Optional.empty();
        }
      };
    }
  }

  /** A Gaussian with a KL of its own. */
  abstract static class WithOwnKl extends Base {
    @Override
    Posterior create(PartContext context) {
      return new GaussianPosterior(context.latentSize()) {
        @Override
        public Optional<SDVariable> kl(Graph graph, SDVariable parameters, Prior prior) {
          return Optional.of(
              WithOwnKl.this.kl(graph, mean(graph, parameters), l(graph, parameters)));
        }
      };
    }

    abstract SDVariable kl(Graph graph, SDVariable mean, SDVariable l);
  }

  /** The mean's square is summed over the batch, as in the official code of the rho-VAE. */
  public static final class KlSummedOverTheBatch extends WithOwnKl {
    @Override
    SDVariable kl(Graph graph, SDVariable mean, SDVariable l) {
      SDVariable spread = graph.sumPerExample(exp(l).sub(1).sub(l));
      return spread.add(mean.mul(mean).sum()).mul(0.5);
    }
  }

  /** A KL without the trace of the covariance. */
  public static final class KlWithoutTrace extends WithOwnKl {
    @Override
    SDVariable kl(Graph graph, SDVariable mean, SDVariable l) {
      return graph.sumPerExample(mean.mul(mean).sub(1).sub(l)).mul(0.5);
    }
  }

  /** The density at the sample leaves out log sigma. */
  public static final class NoLogDeterminant extends Base {
    @Override
    Posterior create(PartContext context) {
      return new GaussianPosterior(context.latentSize()) {
        @Override
        LatentSample sampled(Graph graph, SDVariable parameters) {
          SDVariable noise = graph.noise("noise", Noise.STANDARD_NORMAL, latent);
          SDVariable z = super.sampled(graph, parameters).z();
          return LatentSample.of(z, graph.standardNormalLogDensity(noise));
        }
      };
    }
  }

  /** The density at any point, but not at the sample, has no 2 pi. */
  public static final class NoConstant extends Base {
    @Override
    Posterior create(PartContext context) {
      return new GaussianPosterior(context.latentSize()) {
        @Override
        public Optional<SDVariable> logDensity(Graph graph, SDVariable parameters, SDVariable z) {
          double missing = latent * Math.log(2 * Math.PI) / 2;
          return super.logDensity(graph, parameters, z).map(d -> d.add(missing));
        }
      };
    }
  }

  /** The moments give log sigma for log sigma^2. */
  public static final class WrongMoments extends Base {
    @Override
    Posterior create(PartContext context) {
      return new GaussianPosterior(context.latentSize()) {
        @Override
        GaussianMoments moments(Graph graph, SDVariable parameters) {
          return GaussianMoments.independent(
              mean(graph, parameters), l(graph, parameters).mul(0.5));
        }
      };
    }
  }

  /** The sample is the code. */
  public static final class RandomCode extends Base {
    @Override
    Posterior create(PartContext context) {
      return new GaussianPosterior(context.latentSize()) {
        @Override
        public LatentSample sample(Graph graph, SDVariable parameters) {
          LatentSample right = super.sample(graph, parameters);
          return right.withCode(right.z());
        }
      };
    }
  }

  /** A right one that adds two normals for each dimension. */
  public static class TwoNoises extends Base {
    double factor() {
      return Math.sqrt(0.5);
    }

    @Override
    Posterior create(PartContext context) {
      return new GaussianPosterior(context.latentSize()) {
        @Override
        public LatentSample sample(Graph graph, SDVariable parameters) {
          SDVariable one = graph.noise("one", Noise.STANDARD_NORMAL, latent);
          SDVariable two = graph.noise("two", Noise.STANDARD_NORMAL, latent);
          SDVariable noise = one.add(two).mul(factor());
          SDVariable mean = mean(graph, parameters);
          SDVariable l = l(graph, parameters);
          return LatentSample.of(mean.add(exp(l.mul(0.5)).mul(noise)), density(graph, noise, l))
              .withCode(mean);
        }
      };
    }
  }

  /** The same with twice the variance that its density has. */
  public static final class TwoNoisesTooWide extends TwoNoises {
    @Override
    double factor() {
      return 1;
    }
  }

  /** States a density of a sample that is no sample. */
  public static final class NoNoise extends Base {
    @Override
    Posterior create(PartContext context) {
      return new GaussianPosterior(context.latentSize()) {
        @Override
        LatentSample sampled(Graph graph, SDVariable parameters) {
          SDVariable mean = mean(graph, parameters).mul(1);
          SDVariable l = l(graph, parameters);
          return LatentSample.of(mean, density(graph, mean.mul(0), l));
        }
      };
    }
  }
}
