package dev.elbow.experiments.results;

import dev.elbow.experiments.grid.Column;
import dev.elbow.experiments.grid.Exclusion;
import dev.elbow.experiments.grid.Published;
import dev.elbow.experiments.grid.Selector;
import dev.elbow.spi.Bound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The phrases that every form of the results has. */
final class Words {
  static final String SPREAD =
      "Mean ± standard deviation over the seeds; with one seed, value ± standard error over the"
          + " examples.";

  private Words() {}

  /** What, with what, where and when. */
  static List<String> head(Results results) {
    Circumstances how = results.circumstances();
    List<String> lines = new ArrayList<>();
    if (!results.experiment().paper().isEmpty()) {
      lines.add("Compared with: " + results.experiment().paper());
    }
    if (!results.size().note().isEmpty()) {
      lines.add(results.size().note());
    }
    lines.add("Command: " + how.command());
    lines.add(
        "Elbow " + how.version() + (how.commit().isEmpty() ? "" : ", commit " + how.commit()));
    lines.add("Machine: " + how.machine() + "; " + how.processes());
    lines.add(
        "%s; training and evaluation of all runs together %s"
            .formatted(how.date(), Digits.duration(results.seconds())));
    return lines;
  }

  /** Where the published figures stand. */
  static String sources(Results results) {
    Set<String> sources = new LinkedHashSet<>();
    results.comparisons().forEach(c -> sources.add(c.published().source()));
    return "Published figures: " + String.join("; ", sources) + ".";
  }

  /** The file's notes, what was left out, and what went wrong. */
  static List<String> remarks(Results results) {
    List<String> remarks = new ArrayList<>(results.experiment().notes());
    for (Exclusion exclusion : results.exclusions()) {
      remarks.add("Left out: " + selector(exclusion.where()) + ". " + exclusion.why());
    }
    remarks.addAll(troubles(results));
    return remarks;
  }

  /** {@code 232.33 (not a bound)}. */
  static String published(Published published) {
    String value = Double.toString(published.value());
    return published.bound() ? value : value + " (not a bound)";
  }

  /** {@code yes}, {@code no: ...}, or nothing where the notion does not apply. */
  static String bound(Summary ours) {
    return ours.bound().map(b -> b.holds() ? "yes" : "no: " + b.reason()).orElse("");
  }

  /** For each column that claims to be a bound, whose figures are and whose are not. */
  static List<String> bounds(Results results) {
    List<String> sentences = new ArrayList<>();
    for (Column column : results.experiment().columns()) {
      Map<String, Set<String>> settings = new LinkedHashMap<>();
      for (Setting setting : results.settings()) {
        setting
            .summary(column.figure())
            .flatMap(Summary::bound)
            .filter(bound -> !bound.holds())
            .map(Bound::reason)
            .ifPresent(
                reason ->
                    settings
                        .computeIfAbsent(reason, r -> new LinkedHashSet<>())
                        .add(results.names().of(setting.coordinates())));
      }
      settings.forEach(
          (reason, where) ->
              sentences.add(
                  "%s is not a bound%s: %s."
                      .formatted(
                          column.title(),
                          where.size() == results.settings().size()
                              ? ""
                              : " for " + String.join("; ", where),
                          reason)));
    }
    return sentences;
  }

  /** Failed cells and metrics that could not be measured. */
  static List<String> troubles(Results results) {
    List<String> troubles = new ArrayList<>();
    Map<String, Set<String>> refused = new LinkedHashMap<>();
    for (Setting setting : results.settings()) {
      for (CellResult cell : setting.cells()) {
        if (!cell.failure().isEmpty()) {
          troubles.add(cell.cell().name() + " failed: " + cell.failure());
        } else if (cell.figures().isEmpty()) {
          troubles.add(cell.cell().name() + " has not been run to its end.");
        }
        cell.refused()
            .forEach(
                (metric, reason) ->
                    refused
                        .computeIfAbsent(
                            metric + ": " + reason.replaceFirst("[.]+$", ""),
                            m -> new LinkedHashSet<>())
                        .add(results.names().of(setting.coordinates())));
      }
    }
    refused.forEach(
        (metric, where) ->
            troubles.add(
                "Not measured, %s. Concerns: %s.".formatted(metric, String.join("; ", where))));
    return troubles;
  }

  /** {@code data mnist, model conv or info}. */
  static String selector(Selector selector) {
    return new TreeMap<>(selector.values())
        .entrySet().stream()
            .map(axis -> axis.getKey() + " " + String.join(" or ", axis.getValue()))
            .collect(Collectors.joining(", "));
  }
}
