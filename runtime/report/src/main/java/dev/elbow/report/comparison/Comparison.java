package dev.elbow.report.comparison;

import dev.elbow.report.record.RunRecord;
import dev.elbow.runs.RunFolder;
import dev.elbow.spi.ElbowException;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Several runs side by side.
 *
 * @param runs at least two
 * @param labels short names of the runs
 * @param figures those that at least one run has
 * @param differences of the configurations
 * @param remarks what to know before reading the figures
 */
public record Comparison(
    List<RunRecord> runs,
    List<String> labels,
    List<FigureRow> figures,
    List<SettingRow> differences,
    List<String> remarks) {

  public Comparison {
    runs = List.copyOf(runs);
    labels = List.copyOf(labels);
    figures = List.copyOf(figures);
    differences = List.copyOf(differences);
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads and compares runs.
   *
   * @throws InputException {@code COMPARE-RUNS} if there are fewer than two different ones
   * @throws ElbowException if one is no run, or damaged
   */
  public static Comparison of(List<Path> folders) {
    Set<Path> different = new LinkedHashSet<>();
    folders.forEach(folder -> different.add(folder.toAbsolutePath().normalize()));
    if (different.size() < 2) {
      throw new InputException(
          "COMPARE-RUNS",
          "expected at least two different runs, found " + different.size(),
          "RUN",
          "Name the folders of two runs or more; elbow report makes a page for one.");
    }
    return ofRecords(
        different.stream().map(folder -> RunRecord.read(RunFolder.open(folder))).toList());
  }

  static Comparison ofRecords(List<RunRecord> runs) {
    List<String> labels = RunLabels.of(runs);
    return new Comparison(runs, labels, figures(runs), differences(runs), remarks(runs, labels));
  }

  private static List<FigureRow> figures(List<RunRecord> runs) {
    Judge judge = new Judge(runs.stream().map(RunRecord::dataIdentity).toList());
    Set<String> names = new LinkedHashSet<>();
    runs.forEach(run -> names.addAll(run.figures().keySet()));
    return names.stream()
        .map(
            name -> {
              var row = runs.stream().map(r -> Optional.ofNullable(r.figures().get(name))).toList();
              return new FigureRow(name, row, judge.rank(name, row));
            })
        .toList();
  }

  private static List<SettingRow> differences(List<RunRecord> runs) {
    Set<String> keys = new LinkedHashSet<>();
    runs.forEach(run -> keys.addAll(run.settings().byKey().keySet()));
    return keys.stream()
        .map(key -> new SettingRow(key, runs.stream().map(r -> r.settings().find(key)).toList()))
        .filter(row -> row.values().stream().distinct().count() > 1)
        .toList();
  }

  private static List<String> remarks(List<RunRecord> runs, List<String> labels) {
    List<String> remarks = new ArrayList<>();
    if (runs.stream().map(RunRecord::dataIdentity).distinct().count() > 1) {
      List<String> data = new ArrayList<>();
      for (int i = 0; i < runs.size(); i++) {
        data.add(labels.get(i) + ": " + runs.get(i).dataWords());
      }
      remarks.add(
          "The runs have different data, or other splits of them, and their figures do not compare. "
              + String.join("; ", data));
    }
    for (int i = 0; i < runs.size(); i++) {
      RunRecord run = runs.get(i);
      if (!run.evaluated()) {
        remarks.add(
            "%s has no figures yet: it is still in training, or was interrupted after %d of %s epochs."
                .formatted(labels.get(i), run.epochs(), run.plannedEpochs().orElse("unknown")));
      }
    }
    return remarks;
  }
}
