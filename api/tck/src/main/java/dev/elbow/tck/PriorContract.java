package dev.elbow.tck;

import dev.elbow.spi.Graph;
import dev.elbow.spi.Prior;
import dev.elbow.spi.PriorFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The contract of a {@link Prior}. Beyond {@link PartContract}:
 *
 * <ul>
 *   <li>P1 a prior has a density, or is declared without and returns none
 *   <li>P2 the density integrates to 1 in one and two dimensions
 *   <li>P3 samples follow the density: their histogram in one dimension, their moments in two
 *   <li>P4 a prior that calls itself Gaussian has that Gaussian's density; another calls itself
 *       none
 * </ul>
 *
 * <p>The context's encoder is one dense layer to a diagonal Gaussian, for priors that score
 * pseudo-inputs.
 *
 * <pre>{@code
 * class MixtureContractTest extends PriorContract {
 *   protected PriorFactory<?> factory() { return new MixturePriorFactory(); }
 *   protected List<String> configurations() { return List.of("{}", "{components: 1}"); }
 *   protected Set<Feature> missing() { return Set.of(Feature.GAUSSIAN_PRIOR); }
 * }
 * }</pre>
 */
public abstract class PriorContract extends PartContract<Prior> {

  protected PriorContract() {
    super(Prior.class);
  }

  @Override
  protected abstract PriorFactory<?> factory();

  @Override
  final List<Scene<Prior>> scenes(String configuration) {
    return IntStream.of(1, 2, 5).mapToObj(this::scene).toList();
  }

  private Scene<Prior> scene(int latent) {
    return new Scene<>(
        "latent " + latent,
        context().withLatent(latent),
        (prior, stage) -> apply(prior, stage, latent));
  }

  private static void apply(Prior prior, Stage stage, int latent) {
    Graph graph = stage.graph();
    SDVariable point = stage.input(PriorRules.POINT, latent);
    prior
        .logDensity(graph, point)
        .ifPresentOrElse(
            density -> stage.output(PriorRules.DENSITY, density),
            () -> stage.ignore(PriorRules.POINT));
    stage.output(PriorRules.SAMPLE, prior.sample(graph), latent);
    prior
        .gaussian(graph)
        .ifPresent(
            gaussian -> {
              SDVariable density = PriorRules.density(stage.own("gaussian"), gaussian, point);
              stage.output(PriorRules.GAUSSIAN_DENSITY, density);
            });
  }

  @EachConfiguration
  @DisplayName("P1 a prior has a density, or is declared without and returns none")
  final void density(String configuration) {
    Faults faults = new Faults();
    boolean expected = has(Feature.PRIOR_DENSITY, configuration);
    for (Scene<Prior> scene : scenes(configuration)) {
      boolean offered = subject(configuration).bench(scene).offers(PriorRules.DENSITY);
      faults.presence(offered, expected, Feature.PRIOR_DENSITY, "logDensity()", scene.label());
    }
    faults.report();
  }

  @EachConfiguration
  @DisplayName("P2 the density integrates to 1 in one and two dimensions")
  final void integral(String configuration) {
    PriorRules.checkIntegral(subject(configuration), scenes(configuration).subList(0, 2));
  }

  @EachConfiguration
  @DisplayName("P3 samples follow the density")
  final void samples(String configuration) {
    PriorRules.checkLine(subject(configuration).bench(scene(1)));
    PriorRules.checkPlane(subject(configuration).bench(scene(2)));
  }

  @EachConfiguration
  @DisplayName("P4 a prior that calls itself Gaussian has that Gaussian's density")
  final void gaussian(String configuration) {
    boolean expected = has(Feature.GAUSSIAN_PRIOR, configuration);
    PriorRules.checkGaussian(subject(configuration), scenes(configuration), expected);
  }
}
