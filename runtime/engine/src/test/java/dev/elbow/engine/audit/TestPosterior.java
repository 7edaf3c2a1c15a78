package dev.elbow.engine.audit;

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
import org.nd4j.autodiff.samediff.ops.SDMath;

/**
 * The Gaussian z = mu + exp(l / 2) e with independent dimensions, in pieces that a test replaces by
 * wrong ones.
 */
class TestPosterior implements Posterior {
  final int latent;

  TestPosterior(int latent) {
    this.latent = latent;
  }

  @Override
  public int parameterCount() {
    return 2 * latent;
  }

  @Override
  public LatentSample sample(Graph graph, SDVariable parameters) {
    SDVariable noise = graph.noise("e", Noise.STANDARD_NORMAL, latent);
    SDVariable z = mean(graph, parameters).add(scale(graph, parameters).mul(noise));
    return LatentSample.of(z, density(graph, parameters, noise));
  }

  SDVariable density(Graph graph, SDVariable parameters, SDVariable noise) {
    SDVariable logScale = graph.sumPerExample(logVariance(graph, parameters)).mul(0.5);
    return graph.standardNormalLogDensity(noise).sub(logScale);
  }

  SDVariable mean(Graph graph, SDVariable parameters) {
    return graph.columns(parameters, 0, latent);
  }

  SDVariable logVariance(Graph graph, SDVariable parameters) {
    return graph.columns(parameters, latent, 2 * latent);
  }

  SDVariable scale(Graph graph, SDVariable parameters) {
    return graph.sameDiff().math.exp(logVariance(graph, parameters).mul(0.5));
  }

  /** The right closed form. */
  SDVariable klToStandardNormal(Graph graph, SDVariable parameters) {
    SDMath math = graph.sameDiff().math;
    SDVariable mean = mean(graph, parameters);
    SDVariable l = logVariance(graph, parameters);
    return graph.sumPerExample(mean.mul(mean).add(math.exp(l)).sub(1).sub(l)).mul(0.5);
  }

  /** Makes a posterior of a latent size. */
  interface Maker {
    Posterior make(int latent);
  }

  /** Publishes it. */
  record Factory(String name, Maker maker) implements PosteriorFactory<NoOptions> {
    @Override
    public String description() {
      return "for tests";
    }

    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public Posterior create(NoOptions options, PartContext context) {
      return maker.make(context.latentSize());
    }
  }

  /** The official formula of the rho-VAE in one respect: |mu|^2 summed over the batch. */
  static final class BatchSummedKl extends TestPosterior {
    BatchSummedKl(int latent) {
      super(latent);
    }

    @Override
    public Optional<SDVariable> kl(Graph graph, SDVariable parameters, Prior prior) {
      SDVariable mean = mean(graph, parameters);
      SDVariable own = graph.sumPerExample(mean.mul(mean));
      SDVariable rest = klToStandardNormal(graph, parameters).sub(own.mul(0.5));
      return Optional.of(rest.add(own.sum().mul(0.5)));
    }
  }

  /** The trace of the covariance is missing. */
  static final class NoTrace extends TestPosterior {
    NoTrace(int latent) {
      super(latent);
    }

    @Override
    public Optional<SDVariable> kl(Graph graph, SDVariable parameters, Prior prior) {
      SDVariable variance = graph.sameDiff().math.exp(logVariance(graph, parameters));
      SDVariable trace = graph.sumPerExample(variance.sub(1)).mul(0.5);
      return Optional.of(klToStandardNormal(graph, parameters).sub(trace));
    }
  }

  /** The density is that of the noise. */
  static final class NoLogDeterminant extends TestPosterior {
    NoLogDeterminant(int latent) {
      super(latent);
    }

    @Override
    SDVariable density(Graph graph, SDVariable parameters, SDVariable noise) {
      return graph.standardNormalLogDensity(noise);
    }
  }

  /** A closed form beside a density that nothing but other figures would use, which is wrong. */
  static final class WrongDensityBesideRightKl extends TestPosterior {
    WrongDensityBesideRightKl(int latent) {
      super(latent);
    }

    @Override
    SDVariable density(Graph graph, SDVariable parameters, SDVariable noise) {
      return graph.standardNormalLogDensity(noise);
    }

    @Override
    public Optional<SDVariable> kl(Graph graph, SDVariable parameters, Prior prior) {
      return Optional.of(klToStandardNormal(graph, parameters));
    }
  }

  /** z = mu + e + 2 sin e, which goes back and forth, with the density of one branch. */
  static final class Folding extends TestPosterior {
    Folding(int latent) {
      super(latent);
    }

    @Override
    public LatentSample sample(Graph graph, SDVariable parameters) {
      SDMath math = graph.sameDiff().math;
      SDVariable e = graph.noise("e", Noise.STANDARD_NORMAL, latent);
      SDVariable z = mean(graph, parameters).add(e).add(math.sin(e).mul(2));
      SDVariable slope = math.abs(math.cos(e).mul(2).add(1));
      SDVariable density =
          graph.standardNormalLogDensity(e).sub(graph.sumPerExample(math.log(slope)));
      return LatentSample.of(z, density);
    }
  }

  /** z = mu + (e + f) / sqrt 2: twice as many noises as dimensions. */
  static class TwoNoises extends TestPosterior {
    private final double logScaleError;

    TwoNoises(int latent, double logScaleError) {
      super(latent);
      this.logScaleError = logScaleError;
    }

    final SDVariable noise(Graph graph) {
      SDVariable e = graph.noise("e", Noise.STANDARD_NORMAL, latent);
      SDVariable f = graph.noise("f", Noise.STANDARD_NORMAL, latent);
      return e.add(f).mul(Math.sqrt(0.5));
    }

    @Override
    public LatentSample sample(Graph graph, SDVariable parameters) {
      SDVariable noise = noise(graph);
      SDVariable z = mean(graph, parameters).add(scale(graph, parameters).mul(noise));
      return LatentSample.of(z, density(graph, parameters, noise).add(logScaleError));
    }
  }

  /** The same without a density, but with a KL that cannot be checked. */
  static final class Opaque extends TwoNoises {
    Opaque(int latent) {
      super(latent, 0);
    }

    @Override
    public LatentSample sample(Graph graph, SDVariable parameters) {
      SDVariable z = mean(graph, parameters).add(scale(graph, parameters).mul(noise(graph)));
      return LatentSample.point(z);
    }

    @Override
    public Optional<SDVariable> kl(Graph graph, SDVariable parameters, Prior prior) {
      return Optional.of(klToStandardNormal(graph, parameters));
    }
  }

  /** All dimensions share one noise. */
  static final class OneNoise extends TestPosterior {
    OneNoise(int latent) {
      super(latent);
    }

    @Override
    public LatentSample sample(Graph graph, SDVariable parameters) {
      SDVariable e = graph.noise("e", Noise.STANDARD_NORMAL, 1);
      SDVariable z = mean(graph, parameters).add(scale(graph, parameters).mul(e));
      return LatentSample.of(z, density(graph, parameters, e));
    }
  }

  /** The AR(1) sampler u_j = rho u_(j-1) + e_j without sqrt(1 - rho^2), stated as if it had it. */
  static final class WrongRecursion extends TestPosterior {
    private static final double RHO = 0.9;

    WrongRecursion(int latent) {
      super(latent);
    }

    @Override
    public LatentSample sample(Graph graph, SDVariable parameters) {
      SDVariable e = graph.noise("e", Noise.STANDARD_NORMAL, latent);
      SDVariable[] u = new SDVariable[latent];
      u[0] = graph.columns(e, 0, 1);
      for (int j = 1; j < latent; j++) {
        u[j] = u[j - 1].mul(RHO).add(graph.columns(e, j, j + 1));
      }
      SDVariable walk = graph.sameDiff().concat(1, u);
      SDVariable z = mean(graph, parameters).add(walk);
      SDVariable zeros = graph.sumPerExample(z).mul(0);
      double logDetR = (latent - 1) * Math.log(1 - RHO * RHO);
      return LatentSample.of(z, graph.standardNormalLogDensity(e).sub(logDetR / 2))
          .withMoments(
              GaussianMoments.correlated(
                  mean(graph, parameters),
                  logVariance(graph, parameters).mul(0),
                  zeros.add(logDetR)));
    }
  }
}
