package dev.elbow.tck;

import dev.elbow.spi.GaussianMoments;
import dev.elbow.spi.Graph;
import dev.elbow.spi.InputException;
import dev.elbow.spi.KullbackLeibler;
import dev.elbow.spi.Latent;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.Prior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** A batch's codes as the engine hands them to a divergence. */
final class KnownLatent implements Latent {
  static final String PARAMETERS = "parameters";

  private final Graph priorScope;
  private final Graph posteriorScope;
  private final Prior prior;
  private final SDVariable parameters;
  private final LatentSample sample;

  KnownLatent(Stage stage, Posterior posterior, Prior prior) {
    this.priorScope = stage.own("prior");
    this.posteriorScope = stage.own("posterior");
    this.prior = prior;
    this.parameters = stage.input(PARAMETERS, posterior.parameterCount());
    this.sample = posterior.sample(posteriorScope, parameters);
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
    return prior.logDensity(priorScope, z).orElseThrow(() -> missing("the prior"));
  }

  @Override
  public SDVariable priorSample() {
    return prior.sample(priorScope);
  }

  @Override
  public KullbackLeibler kl() {
    GaussianMoments moments = sample.moments().orElseThrow(() -> missing("the posterior"));
    SDVariable perDimension =
        moments.klOfMarginals(prior.gaussian(priorScope).orElseThrow(() -> missing("the prior")));
    SDVariable perExample = posteriorScope.sumPerExample(perDimension);
    return new KullbackLeibler(perExample, Optional.of(perDimension), true);
  }

  private static InputException missing(String who) {
    return new InputException(
        "MODEL-NO-KL", who + " has no density", "", "Use one with a density, or another term.");
  }
}
