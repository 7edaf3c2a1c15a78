package dev.elbow.cli.command;

import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.Table;
import dev.elbow.report.comparison.Comparison;
import dev.elbow.report.comparison.FigureRow;
import dev.elbow.report.comparison.SettingRow;
import dev.elbow.report.record.FigureText;
import dev.elbow.runs.Figure;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A comparison for people at a terminal: the best are starred. */
final class ComparisonText {
  private static final String ABSENT = "-";

  private final Console console;

  ComparisonText(Console console) {
    this.console = console;
  }

  void print(Comparison comparison) {
    PrintStream text = console.text();
    figures(comparison).forEach(text::println);
    if (comparison.figures().stream().anyMatch(row -> row.ranking().compared())) {
      text.println();
      text.println("* the best; several where they are level within two standard errors");
    }
    remarks(comparison).forEach(text::println);
    text.println();
    differences(comparison).forEach(text::println);
    comparison.remarks().forEach(console::note);
  }

  private List<String> figures(Comparison comparison) {
    if (comparison.figures().isEmpty()) {
      return List.of("No run has figures yet.");
    }
    Table table = new Table(0).row(cells("FIGURE", comparison.labels(), "UNIT"));
    for (int i = 0; i < comparison.runs().size(); i++) {
      table.right(i + 1);
    }
    comparison.figures().forEach(row -> table.row(cells(row.name(), values(row), row.units())));
    return headed(table);
  }

  private List<String> values(FigureRow row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < row.figures().size(); i++) {
      values.add(value(row.figures().get(i)) + (row.ranking().best().contains(i) ? "*" : " "));
    }
    return values;
  }

  private String value(Optional<Figure> figure) {
    return figure
        .map(FigureText::value)
        .map(value -> value.replace("\u00b1", console.symbol("\u00b1", "+-")))
        .orElse(ABSENT);
  }

  /** What is to be known of the rows: a line for each remark, with the figures' names. */
  private static List<String> remarks(Comparison comparison) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (FigureRow row : comparison.figures()) {
      if (!row.ranking().remark().isEmpty()) {
        String kind = row.ranking().compared() ? "note: " : "no best: ";
        names
            .computeIfAbsent(kind + row.ranking().remark(), r -> new ArrayList<>())
            .add(row.name());
      }
    }
    List<String> lines = new ArrayList<>();
    names.forEach((remark, rows) -> lines.add(remark + ": " + String.join(", ", rows)));
    return lines;
  }

  private List<String> differences(Comparison comparison) {
    if (comparison.differences().isEmpty()) {
      return List.of("The configurations are the same.");
    }
    Table table = new Table(0).row(cells("KEY", comparison.labels()));
    for (SettingRow row : comparison.differences()) {
      table.row(cells(row.key(), row.values().stream().map(v -> v.orElse(ABSENT)).toList()));
    }
    return headed(table);
  }

  private List<String> headed(Table table) {
    List<String> lines = new ArrayList<>(table.lines(Integer.MAX_VALUE));
    lines.set(0, console.paint().bold(lines.get(0)));
    return lines;
  }

  private static String[] cells(String first, List<String> middle, String... last) {
    List<String> cells = new ArrayList<>(List.of(first));
    cells.addAll(middle);
    cells.addAll(List.of(last));
    return cells.toArray(new String[0]);
  }
}
