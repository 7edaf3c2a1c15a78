package dev.elbow.tck;

import dev.elbow.spi.GaussianMoments;
import dev.elbow.spi.Graph;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.PosteriorFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The contract of a {@link Posterior}. Beyond {@link PartContract}:
 *
 * <ul>
 *   <li>Q1 the parameter count is positive and always the same
 *   <li>Q2 the stated density of a sample is the sampler's own: that of the noise less the
 *       log-determinant of the numeric Jacobian from noise to z; with more noise than dimensions,
 *       any other density over it averages to 1
 *   <li>Q3 the density at any point, asked at a sample, is the sample's
 *   <li>Q4 the density integrates to 1 in one and two dimensions
 *   <li>Q5 the closed-form KL agrees with Monte Carlo within 4 standard errors, and is not negative
 *   <li>Q6 the moments are those of the samples
 *   <li>Q7 the code does not depend on the noise
 * </ul>
 *
 * <p>A feature that is declared missing must be absent: an empty result.
 *
 * <pre>{@code
 * class LaplaceContractTest extends PosteriorContract {
 *   protected PosteriorFactory<?> factory() { return new LaplacePosteriorFactory(); }
 *   protected Set<Feature> missing() { return Set.of(Feature.CLOSED_FORM_KL); }
 * }
 * }</pre>
 */
public abstract class PosteriorContract extends PartContract<Posterior> {

  protected PosteriorContract() {
    super(Posterior.class);
  }

  @Override
  protected abstract PosteriorFactory<?> factory();

  @Override
  final List<Scene<Posterior>> scenes(String configuration) {
    return IntStream.of(1, 2, 5).mapToObj(this::scene).toList();
  }

  private Scene<Posterior> scene(int latent) {
    return new Scene<>(
        "latent " + latent,
        context().withLatent(latent),
        (posterior, stage) -> apply(posterior, stage, latent));
  }

  private static void apply(Posterior posterior, Stage stage, int latent) {
    Graph graph = stage.graph();
    SDVariable parameters = stage.input(PosteriorRules.PARAMETERS, posterior.parameterCount());
    LatentSample sample = posterior.sample(graph, parameters);
    stage.output(PosteriorRules.Z, sample.z(), latent);
    sample.logDensity().ifPresent(d -> stage.output(PosteriorRules.SAMPLE_DENSITY, d));
    stage.output(PosteriorRules.CODE, sample.code(), latent);
    sample.moments().ifPresent(moments -> moments(moments, stage, latent));
    SDVariable point = stage.input(PosteriorRules.POINT, latent);
    posterior
        .logDensity(graph, parameters, point)
        .ifPresentOrElse(
            d -> stage.output(PosteriorRules.DENSITY, d), () -> stage.ignore(PosteriorRules.POINT));
    posterior
        .kl(graph, parameters, KnownPrior.standard(latent))
        .ifPresent(kl -> stage.output(PosteriorRules.OWN_KL, kl));
  }

  private static void moments(GaussianMoments moments, Stage stage, int latent) {
    stage.output(PosteriorRules.MEAN, moments.mean(), latent);
    stage.output(PosteriorRules.LOG_VARIANCE, moments.logVariance(), latent);
    moments
        .logCorrelationDeterminant()
        .ifPresent(r -> stage.output(PosteriorRules.LOG_CORRELATION, r));
    for (KnownPrior prior : PosteriorRules.priors(latent)) {
      Graph own = stage.own("prior-at-" + prior.mean());
      stage.output(PosteriorRules.klTo(prior), moments.kl(prior.gaussian(own).orElseThrow()));
    }
  }

  @EachConfiguration
  @DisplayName("Q1 the parameter count is positive and always the same")
  final void parameterCount(String configuration) {
    Faults faults = new Faults();
    for (Scene<Posterior> scene : scenes(configuration)) {
      int count = subject(configuration).part(scene.context()).parameterCount();
      int again = subject(configuration).part(scene.context()).parameterCount();
      faults.unless(
          count > 0 && count == again,
          "%s: expected a positive number that stays, found %d and %d",
          scene.label(),
          count,
          again);
    }
    faults.report();
  }

  @EachConfiguration
  @DisplayName("Q2 the stated density of a sample is the sampler's own")
  final void samplersDensity(String configuration) {
    boolean expected = has(Feature.SAMPLE_DENSITY, configuration);
    SamplerRule.check(subject(configuration), scenes(configuration), expected);
  }

  @EachConfiguration
  @DisplayName("Q3 the density at any point, asked at a sample, is the sample's")
  final void densityAnywhere(String configuration) {
    boolean expected = has(Feature.DENSITY_ANYWHERE, configuration);
    PosteriorRules.checkDensityAnywhere(subject(configuration), scenes(configuration), expected);
  }

  @EachConfiguration
  @DisplayName("Q4 the density integrates to 1 in one and two dimensions")
  final void integral(String configuration) {
    if (subject(configuration).bench(mainScene(configuration)).offers(PosteriorRules.DENSITY)) {
      PosteriorRules.checkIntegral(subject(configuration), scenes(configuration).subList(0, 2));
    }
  }

  @EachConfiguration
  @DisplayName("Q5 the closed-form KL agrees with Monte Carlo and is not negative")
  final void closedForm(String configuration) {
    boolean expected = has(Feature.CLOSED_FORM_KL, configuration);
    ClosedFormRules.checkKl(subject(configuration), scenes(configuration), expected);
  }

  @EachConfiguration
  @DisplayName("Q6 the moments are those of the samples")
  final void momentsOfSamples(String configuration) {
    ClosedFormRules.checkMoments(subject(configuration), scenes(configuration));
  }

  @EachConfiguration
  @DisplayName("Q7 the code does not depend on the noise")
  final void code(String configuration) {
    boolean expected = has(Feature.DETERMINISTIC_CODE, configuration);
    PosteriorRules.checkCode(subject(configuration).bench(mainScene(configuration)), expected);
  }
}
