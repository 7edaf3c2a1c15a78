package dev.elbow.tck;

import dev.elbow.spi.InputException;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Measurement.Interval;
import dev.elbow.spi.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** M1 to M9: what a metric says of models that are known. */
final class MetricRules {
  /** A setting that tells why a number is not finite. */
  static final String NOTE = "note";

  private static final String NAME = "[a-z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*";
  private static final String SETTING = "[a-z][A-Za-z0-9]*";
  private static final int SEEDS = 12;
  private static final double MOST_SPREAD = 3;

  private MetricRules() {}

  static void checkNames(List<Measurement> measured, String where, Faults faults) {
    faults.unless(!measured.isEmpty(), "%s: expected a measurement, found none", where);
    Set<String> seen = new HashSet<>();
    for (Measurement one : measured) {
      faults.unless(
          one.name().matches(NAME),
          "%s: expected a name such as test.activeUnits, found '%s'",
          where,
          one.name());
      faults.unless(seen.add(one.name()), "%s: '%s' is measured twice", where, one.name());
    }
  }

  static void checkWords(List<Measurement> measured, String where, Faults faults) {
    for (Measurement one : measured) {
      String name = where + ", " + one.name();
      faults.unless(!one.unit().isBlank(), "%s: expected a unit, found none; 1 is one", name);
      one.bound()
          .ifPresent(b -> faults.unless(!b.reason().isBlank(), "%s: a bound on nothing", name));
      one.settings()
          .forEach(
              (key, value) ->
                  faults.unless(
                      key.matches(SETTING) && !value.isBlank(),
                      "%s: expected a setting in camel case with a value, found '%s: %s'",
                      name,
                      key,
                      value));
    }
  }

  static void checkFinite(List<Measurement> measured, String where, Faults faults) {
    for (Measurement one : measured) {
      boolean finite =
          Double.isFinite(one.value()) && one.components().stream().allMatch(Double::isFinite);
      faults.unless(
          finite || one.settings().containsKey(NOTE),
          "%s, %s: found %s with the components %s, and no setting '%s' says why",
          where,
          one.name(),
          one.value(),
          one.components(),
          NOTE);
    }
  }

  static void checkErrors(List<Measurement> measured, String where, Faults faults) {
    for (Measurement one : measured) {
      one.standardError()
          .ifPresent(
              error ->
                  faults.unless(
                      error >= 0 && Double.isFinite(error),
                      "%s, %s: expected a standard error of at least 0, found %s",
                      where,
                      one.name(),
                      error));
      one.interval()
          .ifPresent(
              interval ->
                  faults.unless(
                      contains(interval, one.value()),
                      "%s, %s: %s does not hold the value %s",
                      where,
                      one.name(),
                      interval,
                      one.value()));
    }
  }

  private static boolean contains(Interval interval, double value) {
    return interval.low() <= value && value <= interval.high();
  }

  /** M5 and C11. */
  static void same(
      List<Measurement> expected, List<Measurement> actual, String where, Faults faults) {
    faults.unless(expected.equals(actual), "%s: expected %s, found %s", where, expected, actual);
  }

  static void checkUnchanged(Metric metric, KnownModel model) {
    Faults faults = new Faults();
    WatchedModel watched = WatchedModel.of(model);
    metric.measure(watched);
    watched.given().check(faults);
    faults.report();
  }

  static void checkLacking(Supplier<List<Measurement>> measure, String where, Faults faults) {
    List<Measurement> measured;
    try {
      measured = measure.get();
    } catch (InputException refused) {
      faults.unless(
          !refused.problem().isBlank() && !refused.fix().isBlank(),
          "%s: the InputException says neither what was wrong nor what to do",
          where);
      return;
    } catch (RuntimeException other) {
      faults.unless(
          false, "%s: expected a measurement or an InputException, found %s", where, other);
      return;
    }
    checkNames(measured, where, faults);
    checkWords(measured, where, faults);
    checkFinite(measured, where, faults);
    checkErrors(measured, where, faults);
  }

  static void checkSettings(
      List<String> configurations, Function<String, List<Measurement>> measure) {
    Faults faults = new Faults();
    Map<String, Map<Map<String, String>, Double>> seen = new HashMap<>();
    for (String configuration : configurations) {
      for (Measurement one : measure.apply(configuration)) {
        Double other =
            seen.computeIfAbsent(one.name(), n -> new HashMap<>())
                .putIfAbsent(one.settings(), one.value());
        faults.unless(
            other == null || other.equals(one.value()),
            "%s: %s is %s, and %s with other options; the settings %s do not tell which",
            configuration,
            one.name(),
            one.value(),
            other,
            one.settings());
      }
    }
    faults.report();
  }

  static void checkSpread(Metric metric, KnownModel model) {
    Map<String, List<Measurement>> all = new LinkedHashMap<>();
    for (int i = 0; i < SEEDS; i++) {
      for (Measurement one : metric.measure(model.withSeed(model.seed() + 1 + i))) {
        all.computeIfAbsent(one.name(), n -> new ArrayList<>()).add(one);
      }
    }
    Faults faults = new Faults();
    all.forEach((name, measured) -> checkSpread(name, measured, faults));
    faults.report();
  }

  private static void checkSpread(String name, List<Measurement> all, Faults faults) {
    if (all.stream().anyMatch(m -> m.standardError().isEmpty() || !Double.isFinite(m.value()))) {
      return;
    }
    double[] values = all.stream().mapToDouble(Measurement::value).toArray();
    double spread = Statistics.standardError(values) * Math.sqrt(values.length);
    double stated =
        Math.sqrt(
            all.stream()
                .mapToDouble(m -> m.standardError().getAsDouble())
                .map(e -> e * e)
                .average()
                .orElseThrow());
    faults.unless(
        spread <= MOST_SPREAD * stated + 1e-9 * Math.abs(values[0]),
        "%s: over %d models the value strays by %.3g, and its standard error is said to be %.3g",
        name,
        all.size(),
        spread,
        stated);
  }
}
