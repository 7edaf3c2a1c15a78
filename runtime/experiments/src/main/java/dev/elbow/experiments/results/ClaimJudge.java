package dev.elbow.experiments.results;

import dev.elbow.experiments.grid.Claim;
import dev.elbow.experiments.results.ClaimResult.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Holds claims against the figures. */
final class ClaimJudge {
  private final List<Setting> settings;
  private final SettingName names;

  ClaimJudge(List<Setting> settings, SettingName names) {
    this.settings = settings;
    this.names = names;
  }

  ClaimResult judge(Claim claim) {
    List<Instance> instances = new ArrayList<>();
    for (Setting setting : settings) {
      if (claim.of().matches(setting.coordinates())) {
        instance(claim, setting).ifPresent(instances::add);
      }
    }
    return new ClaimResult(claim, instances);
  }

  private Optional<Instance> instance(Claim claim, Setting setting) {
    Optional<Summary> first = setting.summary(claim.figure());
    if (first.isEmpty()) {
      return Optional.empty();
    }
    if (claim.value().isPresent()) {
      double value = claim.value().getAsDouble();
      double spread = 2 * first.get().errorOfMean().orElse(Double.NaN);
      String other = Digits.figure(value);
      return Optional.of(instance(claim, setting, first.get(), value, spread, other));
    }
    Map<String, String> there = claim.than().applyTo(setting.coordinates());
    boolean same = there.equals(setting.coordinates()) && claim.figure().equals(claim.against());
    return same
        ? Optional.empty()
        : find(there)
            .flatMap(s -> s.summary(claim.against()))
            .map(second -> beside(claim, setting, first.get(), second));
  }

  private Optional<Setting> find(Map<String, String> coordinates) {
    return settings.stream().filter(s -> s.coordinates().equals(coordinates)).findFirst();
  }

  private Instance beside(Claim claim, Setting setting, Summary first, Summary second) {
    OptionalDouble a = first.errorOfMean();
    OptionalDouble b = second.errorOfMean();
    double spread =
        a.isPresent() && b.isPresent()
            ? 2 * Math.hypot(a.getAsDouble(), b.getAsDouble())
            : Double.NaN;
    return instance(claim, setting, first, second.mean(), spread, second.text());
  }

  private Instance instance(
      Claim claim, Setting setting, Summary first, double second, double spread, String other) {
    double difference = first.mean() - second;
    boolean holds =
        switch (claim.relation()) {
          case LOWER -> difference < 0 && -difference >= claim.by();
          case HIGHER -> difference > 0 && difference >= claim.by();
          case WITHIN -> Math.abs(difference) <= claim.by();
        };
    String size =
        Digits.figure(Math.abs(difference), spread > 0 ? spread : Math.abs(difference) / 10);
    String text =
        "%s: %s against %s, %s by %s%s"
            .formatted(
                names.of(setting.coordinates()),
                first.text(),
                other,
                difference < 0 ? "lower" : "higher",
                size,
                spread(first, spread));
    return new Instance(setting.coordinates(), first.mean(), second, spread, holds, text);
  }

  private static String spread(Summary first, double spread) {
    if (Double.isNaN(spread)) {
      return "";
    }
    String of = first.deviation().isPresent() ? "over seeds" : "over the examples, one seed";
    return " (spread %s, %s)".formatted(Digits.error(spread), of);
  }
}
