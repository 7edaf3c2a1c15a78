package dev.elbow.cli.command;

import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.Numbers;
import dev.elbow.cli.output.Table;
import dev.elbow.runs.Figure;
import dev.elbow.spi.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Metrics for people: {@code test.negativeElbo 251.34 ± 0.98 nats per example a bound on ...}. */
final class MetricsTable {
  private final Console console;

  MetricsTable(Console console) {
    this.console = console;
  }

  void print(Map<String, Figure> metrics) {
    lines(metrics).forEach(console.text()::println);
  }

  List<String> lines(Map<String, Figure> metrics) {
    Table table = new Table(2).right(1);
    String plusMinus = console.symbol("\u00b1", "+-");
    metrics.forEach(
        (name, metric) ->
            table.row(
                name,
                Numbers.figure(metric.value(), metric.standardError().orElse(Double.NaN)),
                metric.standardError().isPresent()
                    ? plusMinus + " " + Numbers.error(metric.standardError().getAsDouble())
                    : "",
                metric.unit().equals("1") ? "" : metric.unit(),
                notes(metric)));
    return table.lines(console.tableWidth());
  }

  /** Whether it is a bound, and what it depends on. */
  private static String notes(Figure metric) {
    List<String> notes = new ArrayList<>();
    metric.bound().map(MetricsTable::bound).ifPresent(notes::add);
    metric.settings().forEach((key, value) -> notes.add(key + " " + value));
    return String.join("; ", notes);
  }

  private static String bound(Bound bound) {
    return bound.holds() ? "a bound on " + bound.reason() : "not a bound: " + bound.reason();
  }
}
