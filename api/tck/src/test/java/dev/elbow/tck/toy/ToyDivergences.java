package dev.elbow.tck.toy;

import dev.elbow.spi.Activation;
import dev.elbow.spi.Divergence;
import dev.elbow.spi.DivergenceFactory;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Latent;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Term;
import org.nd4j.autodiff.samediff.SDVariable;

/** Divergences of the tests, right ones first. */
public final class ToyDivergences {
  private ToyDivergences() {}

  /** Without options. */
  abstract static class Base extends Toy<Divergence> implements DivergenceFactory<NoOptions> {
    @Override
    Divergence create(PartContext context) {
      int latent = context.latentSize();
      return (graph, codes) -> term(graph, codes, latent);
    }

    abstract Term term(Graph graph, Latent codes, int latent);
  }

  /** The KL of each example. */
  public static final class Kl extends Base {
    @Override
    Term term(Graph graph, Latent codes, int latent) {
      return Term.ofBound(codes.kl().perExample());
    }
  }

  /** The squared distance between the means of codes and of prior samples. */
  private static SDVariable meanDistance(Graph graph, Latent codes) {
    SDVariable own = graph.meanOverBatch(codes.sample().z());
    SDVariable prior = graph.meanOverBatch(codes.priorSample());
    SDVariable difference = own.sub(prior);
    return difference.mul(difference).sum();
  }

  /** A distance of batches, which needs no density. */
  public static final class MeanDistance extends Base {
    @Override
    Term term(Graph graph, Latent codes, int latent) {
      return Term.notABound(meanDistance(graph, codes), "it compares batches");
    }
  }

  /** A discriminator with one hidden layer, and the non-saturating loss. */
  static class AdversarialBase extends Base {
    static final double RATE = 1e-3;

    static SDVariable score(Graph graph, SDVariable z, int latent) {
      SDVariable hidden = graph.linear("hidden", z, latent, 8);
      return graph.sumPerExample(graph.linear("score", Activation.TANH.apply(graph, hidden), 8, 1));
    }

    SDVariable modelsLoss(Graph graph, SDVariable z, int latent) {
      Graph frozen = graph.adversary(RATE).frozen();
      return graph.softplus(score(frozen, z, latent).neg());
    }

    SDVariable adversarysLoss(Graph graph, SDVariable z, SDVariable prior, int latent) {
      Graph own = graph.adversary(RATE);
      SDVariable real = graph.softplus(score(own, prior, latent).neg());
      SDVariable fake = graph.softplus(score(own, graph.stopGradient(z), latent));
      return real.mean().add(fake.mean());
    }

    @Override
    Term term(Graph graph, Latent codes, int latent) {
      SDVariable z = codes.sample().z();
      SDVariable loss = adversarysLoss(graph, z, codes.priorSample(), latent);
      return Term.notABound(modelsLoss(graph, z, latent), "a discriminator estimates it")
          .withAdversary(loss);
    }
  }

  /** A right one. */
  public static final class Adversarial extends AdversarialBase {}

  /** The model's loss moves the discriminator. */
  public static final class AdversaryNotFrozen extends AdversarialBase {
    @Override
    SDVariable modelsLoss(Graph graph, SDVariable z, int latent) {
      return graph.softplus(score(graph.adversary(RATE), z, latent).neg());
    }
  }

  /** The discriminator's loss moves the codes. */
  public static final class CodesNotStopped extends AdversarialBase {
    @Override
    SDVariable adversarysLoss(Graph graph, SDVariable z, SDVariable prior, int latent) {
      Graph own = graph.adversary(RATE);
      SDVariable real = graph.softplus(score(own, prior, latent).neg());
      return real.mean().add(graph.softplus(score(own, z, latent)).mean());
    }
  }

  /** The discriminator takes codes for samples of the prior. */
  public static final class SignsSwapped extends AdversarialBase {
    @Override
    SDVariable adversarysLoss(Graph graph, SDVariable z, SDVariable prior, int latent) {
      return super.adversarysLoss(graph, prior, graph.stopGradient(z), latent);
    }
  }

  /** An adversary's parameters without a loss for them. */
  public static final class AdversaryWithoutLoss extends AdversarialBase {
    @Override
    Term term(Graph graph, Latent codes, int latent) {
      SDVariable score = score(graph.adversary(RATE), codes.sample().z(), latent);
      return Term.notABound(codes.kl().perExample().add(score.mul(0)), "the adversary is idle");
    }
  }

  /** Half of the KL, as a bound. */
  public static final class HalfKl extends Base {
    @Override
    Term term(Graph graph, Latent codes, int latent) {
      return Term.ofBound(codes.kl().perExample().mul(0.5));
    }
  }

  /** The KL averaged over the batch, as a bound. */
  public static final class AveragedKl extends Base {
    @Override
    Term term(Graph graph, Latent codes, int latent) {
      return Term.ofBound(codes.kl().perExample().mean());
    }
  }

  /** Each example is given the KL of all, as a bound. */
  public static final class KlSummedOverTheBatch extends Base {
    @Override
    Term term(Graph graph, Latent codes, int latent) {
      SDVariable kl = codes.kl().perExample();
      return Term.ofBound(kl.mul(0).add(kl.sum()));
    }
  }

  /** Draws the codes away from the prior. */
  public static final class Repels extends Base {
    @Override
    Term term(Graph graph, Latent codes, int latent) {
      SDVariable kl = codes.kl().perExample();
      return Term.notABound(kl.neg(), "it has the wrong sign").reporting(kl);
    }
  }

  /** A figure that is not 0 where it should be. */
  public static final class Offset extends Base {
    @Override
    Term term(Graph graph, Latent codes, int latent) {
      SDVariable kl = codes.kl().perExample();
      return Term.notABound(kl, "it reports another figure").reporting(kl.add(10));
    }
  }

  /** Divides by the deviation of the batch's codes. */
  public static final class Standardised extends Base {
    @Override
    Term term(Graph graph, Latent codes, int latent) {
      SDVariable z = codes.sample().z();
      SDVariable offset = z.sub(graph.meanOverBatch(z));
      SDVariable variance = graph.meanOverBatch(offset.mul(offset)).sum();
      return Term.notABound(meanDistance(graph, codes).div(variance), "it compares batches");
    }
  }

  /** Fails where there is no density, but not as a refusal. */
  public static final class FailsWithoutDensity extends Base {
    @Override
    Term term(Graph graph, Latent codes, int latent) {
      SDVariable logQ = codes.sample().logDensity().get();
      SDVariable kl = codes.kl().perExample();
      return Term.notABound(kl.add(logQ.mul(0)), "for the tests");
    }
  }
}
