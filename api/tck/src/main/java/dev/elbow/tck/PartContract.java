package dev.elbow.tck;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.PartContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;

/**
 * The rules that hold for every part of a model, whatever its role. Extend the class of the role.
 * Beyond {@link FactoryContract}:
 *
 * <ul>
 *   <li>C4 results have the declared shapes, for a batch of 1 and of several
 *   <li>C5 every parameter and every input has a finite gradient, equal to finite differences and
 *       not zero
 *   <li>C6 the same noise gives the same result to the last bit: nothing random is drawn inside
 *   <li>C7 every variable comes from the Graph, none from ND4J directly
 *   <li>C8 two instances in one graph keep apart; two applications in one scope share parameters
 *   <li>C9 extreme inputs give finite results and gradients, in single precision too
 *   <li>C10 the result of an example does not depend on the others in its batch
 *   <li>C12 replayed from a recording, in single precision, results, gradients and next states are
 *       SameDiff's
 * </ul>
 *
 * <p>Each rule but the last runs in double precision with fixed noise, on every one of {@link
 * #configurations()}.
 *
 * @param <P> the role's interface
 */
public abstract class PartContract<P> extends FactoryContract<P> {
  private final Map<String, Subject<P>> subjects = new HashMap<>();

  PartContract(Class<P> type) {
    super(type);
  }

  /** The features that the part does not have; none by default. */
  protected Set<Feature> missing() {
    return Set.of();
  }

  /** The same, where it depends on the configuration. */
  protected Set<Feature> missing(String configuration) {
    return missing();
  }

  /** The shape of an example that the part is told of; 1 x 2 x 3 by default. */
  protected DataShape dataShape() {
    return new DataShape(1, 2, 3);
  }

  /** What the examples hold that the part is told of; 0 or 1 by default. */
  protected DataValues dataValues() {
    return DataValues.BINARY;
  }

  /** The settings of the common rules, the smallest first. The last one is used for most. */
  abstract List<Scene<P>> scenes(String configuration);

  /** The settings of the slowest rule: where they differ in size alone, the least and the most. */
  List<Scene<P>> gradientScenes(String configuration) {
    List<Scene<P>> scenes = scenes(configuration);
    return List.of(scenes.get(0), scenes.get(scenes.size() - 1));
  }

  @EachConfiguration
  @DisplayName("C4 results have the declared shapes, for a batch of 1 and of several")
  final void shapes(String configuration) {
    ShapeRule.check(subject(configuration), scenes(configuration));
  }

  @EachConfiguration
  @DisplayName("C5 parameters and inputs have gradients equal to finite differences and not zero")
  final void gradients(String configuration) {
    boolean exact = has(Feature.TRUE_GRADIENT, configuration);
    GradientRule.check(subject(configuration), gradientScenes(configuration), exact);
  }

  @EachConfiguration
  @DisplayName("C6 the same noise gives the same result to the last bit")
  final void determinism(String configuration) {
    DeterminismRule.check(subject(configuration), mainScene(configuration));
  }

  @EachConfiguration
  @DisplayName("C7 every variable comes from the Graph")
  final void variables(String configuration) {
    VariableRule.check(subject(configuration).bench(mainScene(configuration)));
  }

  @EachConfiguration
  @DisplayName("C8 two instances keep apart, two applications in one scope share parameters")
  final void instances(String configuration) {
    InstanceRules.check(subject(configuration), mainScene(configuration));
  }

  @EachConfiguration
  @DisplayName("C9 extreme inputs give finite results and gradients, in single precision too")
  final void extremes(String configuration) {
    ExtremesRule.check(subject(configuration), mainScene(configuration));
  }

  @EachConfiguration
  @DisplayName("C10 the result of an example does not depend on the others in its batch")
  final void independence(String configuration) {
    Scene<P> scene = mainScene(configuration);
    boolean inTraining = has(Feature.INDEPENDENT_IN_TRAINING, configuration);
    boolean inEvaluation = has(Feature.INDEPENDENT_IN_EVALUATION, configuration);
    IndependenceRule.check(subject(configuration), scene, true, inTraining);
    IndependenceRule.check(subject(configuration), scene, false, inEvaluation);
  }

  @EachConfiguration
  @DisplayName("C12 replayed from a recording, results, gradients and next states are SameDiff's")
  final void replay(String configuration) {
    CaptureRule.check(subject(configuration), gradientScenes(configuration));
  }

  @Override
  final PartContext contextOf(String configuration) {
    return mainScene(configuration).context();
  }

  @Override
  final void compare(String configuration, Parts<P> inside) {
    Subject<P> there = new Subject<>(inside, configuration);
    FelixRule.check(subject(configuration), there, mainScene(configuration));
  }

  final boolean has(Feature feature, String configuration) {
    return !missing(configuration).contains(feature);
  }

  final Scene<P> mainScene(String configuration) {
    List<Scene<P>> scenes = scenes(configuration);
    return scenes.get(scenes.size() - 1);
  }

  /** The part in a configuration; what was built of it is kept for the next rule. */
  final Subject<P> subject(String configuration) {
    return subjects.computeIfAbsent(configuration, c -> new Subject<>(allParts(), c));
  }

  /** A context of latent size 2. */
  final TckContext context() {
    return new TckContext(2, dataShape(), dataValues());
  }
}
