package dev.elbow.tck;

import dev.elbow.spi.Divergence;
import dev.elbow.spi.DivergenceFactory;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.Prior;
import dev.elbow.spi.Term;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

/**
 * The contract of a {@link Divergence}. Beyond {@link PartContract}:
 *
 * <ul>
 *   <li>D1 a batch of one example, and one of equal codes, has a finite loss and gradient
 *   <li>D2 the reported figure is near 0 where the codes follow the prior, and positive elsewhere
 *   <li>D3 the gradient draws the codes towards the prior, once an adversary has learned
 *   <li>D4 the adversary's parameters follow its own loss alone, and the codes do not follow it
 *   <li>D5 where a density is missing it works, or is refused with an InputException
 *   <li>D6 a term of a bound is the KL of each example; another says why it is none
 * </ul>
 *
 * <p>The codes come from a diagonal Gaussian, the prior is the standard normal.
 *
 * <pre>{@code
 * class MmdContractTest extends DivergenceContract {
 *   protected DivergenceFactory<?> factory() { return new MmdDivergenceFactory(); }
 *   protected Set<Feature> missing() {
 *     return Set.of(BOUND, INDEPENDENT_IN_TRAINING, INDEPENDENT_IN_EVALUATION);
 *   }
 * }
 * }</pre>
 */
public abstract class DivergenceContract extends PartContract<Divergence> {

  protected DivergenceContract() {
    super(Divergence.class);
  }

  @Override
  protected abstract DivergenceFactory<?> factory();

  @Override
  final List<Scene<Divergence>> scenes(String configuration) {
    return IntStream.of(1, 2, 5).mapToObj(this::scene).toList();
  }

  private Scene<Divergence> scene(int latent) {
    return scene("", new KnownPosterior(latent), KnownPrior.standard(latent), latent);
  }

  private Scene<Divergence> scene(String label, Posterior posterior, Prior prior, int latent) {
    return new Scene<>(
        "latent " + latent + label,
        context().withLatent(latent),
        (divergence, stage) -> apply(divergence, stage, posterior, prior));
  }

  private static void apply(Divergence part, Stage stage, Posterior posterior, Prior prior) {
    Term term = part.build(stage.graph(), new KnownLatent(stage, posterior, prior));
    stage.add(Output.Kind.VALUE, DivergenceRules.LOSS, term.loss(), null);
    stage.add(Output.Kind.FIGURE, DivergenceRules.REPORTED, term.reported(), null);
    term.adversaryLoss()
        .ifPresent(loss -> stage.add(Output.Kind.ADVERSARY, DivergenceRules.ADVERSARY, loss, null));
  }

  @EachConfiguration
  @DisplayName("D1 a batch of one, and one of equal codes, has a finite loss and gradient")
  final void smallBatches(String configuration) {
    DivergenceRules.checkSmallBatches(subject(configuration), scenes(configuration));
  }

  @EachConfiguration
  @DisplayName("D2 the figure is near 0 where the codes follow the prior, and positive elsewhere")
  final void distance(String configuration) {
    boolean expected = has(Feature.DISTANCE, configuration);
    DivergenceRules.checkDistance(subject(configuration), scenes(configuration), expected);
  }

  @EachConfiguration
  @DisplayName("D3 the gradient draws the codes towards the prior")
  final void direction(String configuration) {
    DivergenceRules.checkDirection(subject(configuration), scenes(configuration));
  }

  @EachConfiguration
  @DisplayName("D4 the adversary and the model follow a loss each")
  final void players(String configuration) {
    AdversaryRule.check(subject(configuration).bench(mainScene(configuration)));
  }

  @EachConfiguration
  @DisplayName("D5 where a density is missing it works, or is refused")
  final void densities(String configuration) {
    int n = 2;
    Faults faults = new Faults();
    Scene<Divergence> point =
        scene(" without the posterior's density", new PointPosterior(n), KnownPrior.standard(n), n);
    Scene<Divergence> sampled =
        scene(" without the prior's density", new KnownPosterior(n), new SampledPrior(n), n);
    Subject<Divergence> subject = subject(configuration);
    boolean withoutPosterior = has(Feature.WITHOUT_POSTERIOR_DENSITY, configuration);
    boolean withoutPrior = has(Feature.WITHOUT_PRIOR_DENSITY, configuration);
    DivergenceRules.checkMissing(subject, point, withoutPosterior, faults);
    DivergenceRules.checkMissing(subject, sampled, withoutPrior, faults);
    faults.report();
  }

  @EachConfiguration
  @DisplayName("D6 a term of a bound is the KL of each example; another says why it is none")
  final void bound(String configuration) {
    BoundRule.check(
        subject(configuration), scenes(configuration), has(Feature.BOUND, configuration));
  }
}
