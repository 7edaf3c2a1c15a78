package dev.elbow.tck;

import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.PartContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of a {@link Metric}, on models that are known. Beyond {@link FactoryContract}:
 *
 * <ul>
 *   <li>M1 it measures something, each under a name of its own such as {@code test.activeUnits}
 *   <li>M2 every measurement has a unit, and every setting a name and a value
 *   <li>M3 values and components are finite, or the setting {@code note} says why not
 *   <li>M4 a standard error is not negative, and an interval holds the value
 *   <li>M5 the same question has the same answer, to the last bit
 *   <li>M6 what it is given stays as it was
 *   <li>M7 a model that lacks something is measured by these rules, or refused
 *   <li>M8 where options change a value, its name or its settings tell which
 *   <li>M9 the standard error covers what other data and other samples give
 * </ul>
 *
 * <p>The rules tell that a figure is well-behaved, not that it is right: for that, compare it with
 * the closed forms of {@link LinearGaussian}.
 *
 * <pre>{@code
 * class SparsityContractTest extends MetricContract {
 *   protected MetricFactory<?> factory() { return new SparsityMetricFactory(); }
 *   protected List<String> configurations() { return List.of("{}", "{threshold: 0.5}"); }
 * }
 * }</pre>
 */
public abstract class MetricContract extends FactoryContract<Metric> {
  private static final double SHIFT = 0.3;
  private static final double STRETCH = 1.3;

  protected MetricContract() {
    super(Metric.class);
  }

  @Override
  protected abstract MetricFactory<?> factory();

  /**
   * The model that it must be able to measure: a linear-Gaussian one of latent size 3, the last of
   * which is not used, with a posterior slightly off the true one, 1200 training and 300 test
   * examples, densities and labels.
   */
  protected KnownModel model() {
    return KnownModel.of(LinearGaussian.of(3).withPosterior(SHIFT, STRETCH), 5);
  }

  /** Models that lack something, by what it is. */
  private Map<String, KnownModel> lacking() {
    KnownModel whole = model();
    Map<String, KnownModel> lacking = new LinkedHashMap<>();
    lacking.put("without densities", whole.withoutDensities());
    lacking.put("without labels", whole.withoutLabels());
    lacking.put("latent size 1", whole.withLaw(LinearGaussian.of(1).withPosterior(SHIFT, STRETCH)));
    lacking.put("3 examples", whole.withSizes(3, 3));
    lacking.put("1 example", whole.withSizes(1, 1));
    return lacking;
  }

  @Override
  final PartContext contextOf(String configuration) {
    return contextOf(model());
  }

  private static PartContext contextOf(KnownModel model) {
    return new TckContext(model.latentSize(), model.dataShape(), model.dataValues());
  }

  private Metric metric(String configuration, KnownModel model) {
    return allParts().make(configuration, contextOf(model));
  }

  private List<Measurement> measured(String configuration) {
    return metric(configuration, model()).measure(model());
  }

  @Override
  final void compare(String configuration, Parts<Metric> inside) {
    Faults faults = new Faults();
    Metric there = inside.make(configuration, contextOf(configuration));
    MetricRules.same(measured(configuration), there.measure(model()), "the framework", faults);
    faults.report();
  }

  @EachConfiguration
  @DisplayName("M1 it measures something, each under a name of its own")
  final void measurements(String configuration) {
    Faults faults = new Faults();
    MetricRules.checkNames(measured(configuration), "the known model", faults);
    faults.report();
  }

  @EachConfiguration
  @DisplayName("M2 every measurement has a unit, and every setting a name and a value")
  final void words(String configuration) {
    Faults faults = new Faults();
    MetricRules.checkWords(measured(configuration), "the known model", faults);
    faults.report();
  }

  @EachConfiguration
  @DisplayName("M3 values and components are finite, or a note says why not")
  final void finite(String configuration) {
    Faults faults = new Faults();
    MetricRules.checkFinite(measured(configuration), "the known model", faults);
    faults.report();
  }

  @EachConfiguration
  @DisplayName("M4 a standard error is not negative, and an interval holds the value")
  final void errors(String configuration) {
    Faults faults = new Faults();
    MetricRules.checkErrors(measured(configuration), "the known model", faults);
    faults.report();
  }

  @EachConfiguration
  @DisplayName("M5 the same question has the same answer, to the last bit")
  final void repeatable(String configuration) {
    Faults faults = new Faults();
    Metric metric = metric(configuration, model());
    List<Measurement> first = metric.measure(model());
    MetricRules.same(first, metric.measure(model()), "asked again", faults);
    MetricRules.same(first, measured(configuration), "a new metric", faults);
    faults.report();
  }

  @EachConfiguration
  @DisplayName("M6 what it is given stays as it was")
  final void unchanged(String configuration) {
    MetricRules.checkUnchanged(metric(configuration, model()), model());
  }

  @EachConfiguration
  @DisplayName("M7 a model that lacks something is measured by these rules, or refused")
  final void lacking(String configuration) {
    Faults faults = new Faults();
    lacking()
        .forEach(
            (what, model) ->
                MetricRules.checkLacking(
                    () -> metric(configuration, model).measure(model), what, faults));
    faults.report();
  }

  @Test
  @DisplayName("M8 where options change a value, its name or its settings tell which")
  final void settings() {
    MetricRules.checkSettings(configurations(), this::measured);
  }

  @EachConfiguration
  @DisplayName("M9 the standard error covers what other data and other samples give")
  final void spread(String configuration) {
    MetricRules.checkSpread(metric(configuration, model()), model());
  }
}
