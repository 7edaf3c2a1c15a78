package dev.elbow.tck;

import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowFactory;
import dev.elbow.spi.FlowStep;
import dev.elbow.spi.Graph;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The contract of a {@link Flow}. Beyond {@link PartContract}:
 *
 * <ul>
 *   <li>F1 the parameter count is not negative and the same for every part of one configuration
 *   <li>F2 the log-determinant is that of the numeric Jacobian, with small and large parameters
 *   <li>F3 the map is one-to-one: its determinant keeps its sign, whatever the parameters
 *   <li>F4 the inverse undoes the map and has the negative log-determinant; a flow without one says
 *       so and throws UnsupportedOperationException
 *   <li>F5 the outputs of an autoregressive flow see earlier dimensions alone
 * </ul>
 *
 * <pre>{@code
 * class PlanarContractTest extends FlowContract {
 *   protected FlowFactory<?> factory() { return new PlanarFlowFactory(); }
 *   protected List<String> configurations() { return List.of("{}", "{amortised: true}"); }
 *   protected Set<Feature> missing() { return Set.of(Feature.INVERSE); }
 * }
 * }</pre>
 */
public abstract class FlowContract extends PartContract<Flow> {

  protected FlowContract() {
    super(Flow.class);
  }

  @Override
  protected abstract FlowFactory<?> factory();

  /**
   * For an autoregressive flow, where it puts each dimension: dimension i of z, which may depend on
   * dimensions up to i, comes out in column {@code order[i]} of z'. Empty, by default, if the flow
   * is not autoregressive.
   */
  protected Optional<int[]> autoregressiveOrder(int latent) {
    return Optional.empty();
  }

  @Override
  final List<Scene<Flow>> scenes(String configuration) {
    return IntStream.of(1, 2, 5).mapToObj(this::scene).toList();
  }

  private Scene<Flow> scene(int latent) {
    return new Scene<>(
        "latent " + latent,
        context().withLatent(latent),
        (flow, stage) -> apply(flow, stage, latent));
  }

  private static void apply(Flow flow, Stage stage, int latent) {
    Graph graph = stage.graph();
    SDVariable z = stage.input(FlowRules.Z, latent);
    int count = flow.parameterCount();
    Optional<SDVariable> given =
        count > 0 ? Optional.of(stage.input(FlowRules.GIVEN, count)) : Optional.empty();
    FlowStep step = flow.forwardAndLogDet(graph, z, given);
    stage.output(FlowRules.FORWARD, step.z(), latent);
    stage.output(FlowRules.LOG_DETERMINANT, step.logDeterminant());
    if (flow.invertible()) {
      FlowStep back = flow.inverseAndLogDet(graph, z, given);
      stage.output(FlowRules.INVERSE, back.z(), latent);
      stage.output(FlowRules.INVERSE_LOG_DETERMINANT, back.logDeterminant());
    }
  }

  @EachConfiguration
  @DisplayName("F1 the parameter count is not negative and always the same")
  final void parameterCount(String configuration) {
    Faults faults = new Faults();
    for (Scene<Flow> scene : scenes(configuration)) {
      int count = subject(configuration).part(scene.context()).parameterCount();
      int again = subject(configuration).part(scene.context()).parameterCount();
      faults.unless(
          count >= 0 && count == again,
          "%s: expected a number that is not negative and stays, found %d and %d",
          scene.label(),
          count,
          again);
    }
    faults.report();
  }

  @EachConfiguration
  @DisplayName("F2 the log-determinant is that of the numeric Jacobian")
  final void logDeterminant(String configuration) {
    FlowRules.checkLogDeterminant(subject(configuration), scenes(configuration));
  }

  @EachConfiguration
  @DisplayName("F3 the map is one-to-one: its determinant keeps its sign")
  final void oneToOne(String configuration) {
    FlowRules.checkOneToOne(subject(configuration), scenes(configuration));
  }

  @EachConfiguration
  @DisplayName("F4 the inverse undoes the map, or is refused where there is none")
  final void inverse(String configuration) {
    boolean expected = has(Feature.INVERSE, configuration);
    FlowRules.checkInverse(subject(configuration), scenes(configuration), expected);
  }

  @EachConfiguration
  @DisplayName("F5 the outputs of an autoregressive flow see earlier dimensions alone")
  final void triangular(String configuration) {
    Assumptions.assumeTrue(autoregressiveOrder(2).isPresent(), "not an autoregressive flow");
    int latent = 5;
    FlowRules.checkTriangular(
        subject(configuration).bench(scene(latent)), autoregressiveOrder(latent).orElseThrow());
  }
}
