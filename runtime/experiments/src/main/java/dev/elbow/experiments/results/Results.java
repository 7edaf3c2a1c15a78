package dev.elbow.experiments.results;

import dev.elbow.experiments.grid.Exclusion;
import dev.elbow.experiments.grid.Experiment;
import dev.elbow.experiments.grid.Published;
import dev.elbow.experiments.grid.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * An experiment's results, ready to be written.
 *
 * @param settings with figures or without, in the order of the grid
 * @param comparisons with published figures
 * @param claims of the file
 * @param exclusions what was left out
 */
public record Results(
    Experiment experiment,
    Size size,
    Circumstances circumstances,
    List<Setting> settings,
    List<Comparison> comparisons,
    List<ClaimResult> claims,
    List<Exclusion> exclusions) {

  /** Judges what the cells came to. */
  public static Results of(
      Experiment experiment,
      Size size,
      Circumstances circumstances,
      List<Exclusion> exclusions,
      List<CellResult> cells) {
    List<Setting> settings = Setting.of(cells);
    Judge judge = new Judge(experiment.paperEpochs());
    List<Comparison> comparisons = new ArrayList<>();
    for (Published published : experiment.published()) {
      for (Setting setting : settings) {
        if (published.where().matches(setting.coordinates())) {
          comparisons.add(judge.judge(published, setting));
        }
      }
    }
    ClaimJudge claims = new ClaimJudge(settings, new SettingName(experiment));
    return new Results(
        experiment,
        size,
        circumstances,
        settings,
        comparisons,
        experiment.claims().stream().map(claims::judge).toList(),
        exclusions);
  }

  /** What tables call the setting of a comparison. */
  public String nameOf(Comparison comparison) {
    return names().of(comparison.setting().coordinates());
  }

  SettingName names() {
    return new SettingName(experiment);
  }

  /** Training and evaluation of every cell, in seconds. */
  double seconds() {
    return settings.stream()
        .flatMap(setting -> setting.cells().stream())
        .mapToDouble(CellResult::seconds)
        .sum();
  }
}
