package dev.elbow.benchmarks.report;

import dev.elbow.benchmarks.cases.Case;
import dev.elbow.benchmarks.cases.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Results as Markdown. */
public final class Text {
  private static final String NOTHING = "-";

  private Text() {}

  /** Every contender of every case. */
  public static String comparison(List<Case> cases, Results results) {
    Table table =
        new Table(
            "case",
            "",
            "ms",
            "10 to 90 %",
            "over rounds",
            "cpu ms",
            "memory",
            "examples/s",
            "times libtorch",
            "times SameDiff.fit");
    for (Case subject : cases) {
      String title = subject.id() + ": " + subject.title();
      for (Peer peer : Peer.values()) {
        Optional<Summary> summary = results.summary(subject, peer);
        if (summary.isPresent()) {
          table.row(row(title, subject, peer, summary.get(), results));
          title = "";
        }
      }
    }
    return table.toString();
  }

  private static List<String> row(
      String title, Case subject, Peer peer, Summary summary, Results results) {
    List<String> cells = new ArrayList<>(List.of(title, peer.label()));
    cells.add(number(summary.median()));
    cells.add(number(summary.low()) + " to " + number(summary.high()));
    cells.add(number(summary.fastest()) + " to " + number(summary.slowest()));
    cells.add(summary.processor() > 0 ? number(summary.processor()) : NOTHING);
    cells.add(peer == Peer.FLOOR ? NOTHING : memory(summary.memory()));
    cells.add("%,.0f".formatted(subject.examples() * 1000 / summary.median()));
    cells.add(ratio(summary, results.summary(subject, Peer.LIBTORCH)));
    cells.add(ratio(summary, results.summary(subject, Peer.SAMEDIFF)));
    return cells;
  }

  /** Elbow beside libtorch, a line for each size. */
  public static String growth(List<Case> cases, Results results) {
    Table table =
        new Table(
            "", "elbow ms", "libtorch ms", "times libtorch", "elbow memory", "libtorch memory");
    for (Case subject : cases) {
      Optional<Summary> elbow = results.summary(subject, Peer.ELBOW);
      Optional<Summary> torch = results.summary(subject, Peer.LIBTORCH);
      table.row(
          List.of(
              subject.title(),
              elbow.map(found -> number(found.median())).orElse(NOTHING),
              torch.map(found -> number(found.median())).orElse(NOTHING),
              elbow.map(found -> ratio(found, torch)).orElse(NOTHING),
              elbow.map(found -> memory(found.memory())).orElse(NOTHING),
              torch.map(found -> memory(found.memory())).orElse(NOTHING)));
    }
    return table.toString();
  }

  /** What was equal before anything was timed. */
  public static String checks(Results results) {
    Table table =
        new Table("case", "", "figure", "elbow", "found", "relative error", "allowed", "worst in");
    for (Results.Check check : results.checks()) {
      var agreement = check.agreement();
      table.row(
          List.of(
              check.id(),
              check.peer().label(),
              agreement.figure(),
              "%.7g".formatted(agreement.expected()),
              "%.7g".formatted(agreement.found()),
              "%.1e".formatted(agreement.error()) + (agreement.holds() ? "" : " DIFFERS"),
              "%.0e".formatted(agreement.allowed()),
              agreement.worst()));
    }
    return table.toString();
  }

  /** What could not be done, or nothing. */
  public static String failures(Results results) {
    StringBuilder text = new StringBuilder();
    for (Results.Failure failure : results.failures()) {
      text.append(
          "- %s, %s: %s%n".formatted(failure.id(), failure.peer().label(), failure.reason()));
    }
    return text.toString();
  }

  /** What a row's milliseconds are of. */
  public static String unit(Case subject) {
    return subject.work() == Work.TRAIN
        ? "a step of %,d".formatted(subject.batch())
        : "%,d examples in batches of %d".formatted(subject.examples(), subject.batch());
  }

  private static String ratio(Summary summary, Optional<Summary> other) {
    OptionalDouble times = other.map(summary::timesAsFastAs).orElse(OptionalDouble.empty());
    return times.isPresent() ? "%.2f".formatted(times.getAsDouble()) : NOTHING;
  }

  private static String memory(long bytes) {
    return "%,d MB".formatted(Math.round(bytes / 1e6));
  }

  /** Three digits. */
  static String number(double value) {
    int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
