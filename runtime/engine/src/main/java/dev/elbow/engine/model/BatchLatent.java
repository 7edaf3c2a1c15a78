package dev.elbow.engine.model;

import dev.elbow.spi.DiagonalGaussian;
import dev.elbow.spi.Graph;
import dev.elbow.spi.KullbackLeibler;
import dev.elbow.spi.Latent;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.Prior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** A batch's codes, with the KL in the best form that posterior and prior allow. */
final class BatchLatent implements Latent {
  private final Graph root;
  private final Posterior posterior;
  private final Prior prior;
  private final SDVariable parameters;
  private final LatentSample sample;
  private Optional<KullbackLeibler> kl;

  BatchLatent(Graph root, ModelParts parts, SDVariable x) {
    this.root = root;
    this.posterior = parts.options().posterior();
    this.prior = parts.options().prior();
    this.parameters = ModelGraphs.encode(parts, root, x);
    this.sample = posterior.sample(root.scope("posterior"), parameters);
  }

  @Override
  public LatentSample sample() {
    return sample;
  }

  @Override
  public SDVariable parameters() {
    return parameters;
  }

  @Override
  public Prior prior() {
    return prior;
  }

  @Override
  public SDVariable priorLogDensity(SDVariable z) {
    return prior.logDensity(root.scope("prior"), z).orElseThrow(MissingDensity::ofPrior);
  }

  @Override
  public SDVariable priorSample() {
    return prior.sample(root.scope("prior"));
  }

  @Override
  public KullbackLeibler kl() {
    return klIfAny().orElseThrow(() -> missing().ofKl());
  }

  /** Why there is no KL, if there is none. */
  MissingDensity missing() {
    boolean density = prior.logDensity(root.scope("prior"), sample.z()).isPresent();
    return MissingDensity.of(sample, density);
  }

  /** The KL, or empty if a density is missing. */
  Optional<KullbackLeibler> klIfAny() {
    if (kl == null) {
      kl = closedForm().or(this::monteCarlo);
    }
    return kl;
  }

  private Optional<KullbackLeibler> closedForm() {
    Optional<SDVariable> own = posterior.kl(root.scope("posterior"), parameters, prior);
    if (own.isPresent()) {
      return Optional.of(new KullbackLeibler(own.get(), Optional.empty(), true));
    }
    Optional<DiagonalGaussian> gaussian = prior.gaussian(root.scope("prior"));
    if (sample.moments().isEmpty() || gaussian.isEmpty()) {
      return Optional.empty();
    }
    var moments = sample.moments().get();
    if (moments.logCorrelationDeterminant().isPresent()) {
      SDVariable perExample = moments.kl(gaussian.get());
      return Optional.of(new KullbackLeibler(perExample, Optional.empty(), true));
    }
    SDVariable perDimension = moments.klOfMarginals(gaussian.get());
    return Optional.of(
        new KullbackLeibler(root.sumPerExample(perDimension), Optional.of(perDimension), true));
  }

  /** The KL of each marginal to the prior's, if both are Gaussian. */
  Optional<SDVariable> marginalKl() {
    Optional<DiagonalGaussian> gaussian = prior.gaussian(root.scope("prior"));
    return sample.moments().flatMap(m -> gaussian.map(m::klOfMarginals));
  }

  private Optional<KullbackLeibler> monteCarlo() {
    Optional<SDVariable> logP = prior.logDensity(root.scope("prior"), sample.z());
    if (sample.logDensity().isEmpty() || logP.isEmpty()) {
      return Optional.empty();
    }
    SDVariable difference = sample.logDensity().get().sub(logP.get());
    return Optional.of(new KullbackLeibler(difference, Optional.empty(), false));
  }
}
