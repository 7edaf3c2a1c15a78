package dev.elbow.tck;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.Network;
import dev.elbow.spi.NetworkFactory;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

/**
 * The contract of a {@link Network}. Beyond {@link PartContract}:
 *
 * <ul>
 *   <li>N1 the graphs of training and of evaluation have the same parameters and states
 *   <li>N2 evaluation differs from training through states alone, which training updates, and has
 *       no noise: with the states where training on one batch leaves them for good, both give the
 *       same
 *   <li>N3 shapes that it cannot map are refused with an InputException
 * </ul>
 *
 * <pre>{@code
 * class ConvContractTest extends NetworkContract {
 *   protected NetworkFactory<?> factory() { return new ConvNetworkFactory(); }
 *   protected List<Mapping> mappings() {
 *     return List.of(
 *         new Mapping(new DataShape(1, 8, 8), DataShape.vector(3)),
 *         new Mapping(DataShape.vector(3), new DataShape(1, 8, 8)));
 *   }
 * }
 * }</pre>
 */
public abstract class NetworkContract extends PartContract<Network> {

  /** The shapes on both sides of a network. */
  public record Mapping(DataShape from, DataShape to) {
    @Override
    public String toString() {
      return from + " to " + to;
    }
  }

  protected NetworkContract() {
    super(Network.class);
  }

  @Override
  protected abstract NetworkFactory<?> factory();

  /** What the network must map; vectors by default. The last one is used for most rules. */
  protected List<Mapping> mappings() {
    return List.of(
        new Mapping(DataShape.vector(1), DataShape.vector(1)),
        new Mapping(DataShape.vector(4), DataShape.vector(3)));
  }

  /** The same, where it depends on the configuration. */
  protected List<Mapping> mappings(String configuration) {
    return mappings();
  }

  /** What the network must refuse; nothing by default. */
  protected List<Mapping> impossible() {
    return List.of();
  }

  @Override
  final List<Scene<Network>> scenes(String configuration) {
    return mappings(configuration).stream().map(this::scene).toList();
  }

  @Override
  final List<Scene<Network>> gradientScenes(String configuration) {
    return scenes(configuration);
  }

  private Scene<Network> scene(Mapping mapping) {
    return new Scene<>(
        mapping.toString(), context(), (network, stage) -> apply(network, stage, mapping));
  }

  private static void apply(Network network, Stage stage, Mapping mapping) {
    int width = mapping.to().features();
    var x = stage.input(NetworkRules.INPUT, mapping.from().features());
    stage.output(
        NetworkRules.OUTPUT, network.apply(stage.graph(), x, mapping.from(), mapping.to()), width);
  }

  @EachConfiguration
  @DisplayName("N1 training and evaluation have the same parameters and states")
  final void parameters(String configuration) {
    NetworkRules.checkParameters(subject(configuration), scenes(configuration));
  }

  @EachConfiguration
  @DisplayName("N2 evaluation has no noise, and gives what training gave, states at rest")
  final void evaluation(String configuration) {
    NetworkRules.checkEvaluation(subject(configuration), mainScene(configuration));
  }

  @EachConfiguration
  @DisplayName("N3 shapes that it cannot map are refused")
  final void refusals(String configuration) {
    Faults faults = new Faults();
    for (Mapping mapping : impossible()) {
      Refusals.check(
          () -> subject(configuration).bench(scene(mapping)), mapping.toString(), faults);
    }
    faults.report();
  }
}
