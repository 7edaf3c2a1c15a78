package dev.elbow.cli.command;

import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.Numbers;
import dev.elbow.cli.output.Paint;
import dev.elbow.cli.output.Table;
import dev.elbow.engine.audit.AuditReport;
import dev.elbow.engine.audit.AuditedModel;
import dev.elbow.engine.audit.Check;
import dev.elbow.engine.audit.TermFigure;
import dev.elbow.engine.audit.Verdict;
import dev.elbow.spi.Term;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** An audit for people: the figures, the checks, the verdict. */
final class AuditText {
  private static final int FIGURE_COLUMNS = 6;

  private final Console console;
  private final PrintStream text;
  private final Paint paint;
  private final String plusMinus;

  AuditText(Console console) {
    this.console = console;
    this.text = console.text();
    this.paint = console.paint();
    this.plusMinus = console.symbol("\u00b1", "+-");
  }

  void print(String subject, AuditReport report, double seconds) {
    text.printf(
        "%s: %d test images, batches of %d, double precision, in %s%n",
        paint.bold(subject), report.examples(), report.batch(), Numbers.duration(seconds));
    for (AuditedModel model : report.models()) {
      text.println();
      text.println(paint.bold(Term.NATS_PER_EXAMPLE) + ", " + model.parameters());
      figures(model.figures()).forEach(text::println);
      text.println();
      checks(model.checks()).stream().map(this::painted).forEach(text::println);
    }
    text.println();
    verdict(report.negativeElbo());
    verdict(apart(report.objective(), report.negativeElbo()));
    if (!report.trusted().isEmpty()) {
      text.println();
      text.println("taken on trust");
      report.trusted().forEach(reason -> item(reason));
    }
  }

  private List<String> figures(List<TermFigure> figures) {
    Table table = new Table(2);
    for (int column = 1; column < FIGURE_COLUMNS - 1; column++) {
      table.right(column);
    }
    table.row("", "weight", "stated", "measured", "difference", "");
    for (TermFigure figure : figures) {
      table.row(
          figure.name(),
          figure.weight().isPresent() ? weight(figure.weight().getAsDouble()) : "",
          Numbers.figure(figure.stated()),
          measured(figure.measured(), figure.standardError(), 2),
          difference(figure),
          remark(figure));
    }
    return table.lines(console.tableWidth());
  }

  /** The heading says nats per example; another unit is said here. */
  private String remark(TermFigure figure) {
    if (figure.unit().equals(Term.NATS_PER_EXAMPLE)) {
      return signs(figure.remark());
    }
    return figure.remark().isEmpty()
        ? figure.unit()
        : figure.unit() + "; " + signs(figure.remark());
  }

  private static String weight(double weight) {
    return weight == Math.rint(weight) && Math.abs(weight) < 1e6
        ? String.format(Locale.ROOT, "%.0f", weight)
        : Double.toString(weight);
  }

  private String measured(OptionalDouble value, OptionalDouble error, int digits) {
    if (value.isEmpty()) {
      return "";
    }
    String figure = figure(value.getAsDouble(), digits);
    return error.isPresent()
        ? figure + " " + plusMinus + " " + figure(error.getAsDouble(), digits + 1)
        : figure;
  }

  private static String difference(TermFigure figure) {
    return figure.measured().isPresent()
        ? figure(figure.stated() - figure.measured().getAsDouble(), 2)
        : "";
  }

  /** No minus before a zero. */
  private static String figure(double value, int digits) {
    if (!Double.isFinite(value) || Math.abs(value) >= 1e6) {
      return Numbers.figure(value);
    }
    String figure = String.format(Locale.ROOT, "%." + digits + "f", value);
    return figure.matches("-0\\.0*") ? figure.substring(1) : figure;
  }

  private List<String> checks(List<Check> checks) {
    Table table = new Table(2).right(2).right(3);
    table.row("", "", "stated", "measured", "");
    for (Check check : checks) {
      Check.Figures figures = check.figures();
      table.row(
          label(check),
          check.term(),
          figures.stated().isPresent() ? figure(figures.stated().getAsDouble(), 4) : "",
          measured(figures.measured(), figures.standardError(), 4),
          comment(check));
    }
    return table.lines(console.tableWidth());
  }

  private static String comment(Check check) {
    return switch (check.outcome()) {
      case PASSED, FAILED -> check.what();
      case UNCHECKED -> check.text();
      case NOTED -> check.what() + ": " + check.text();
    };
  }

  private static String label(Check check) {
    return switch (check.outcome()) {
      case PASSED -> "ok";
      case FAILED -> "WRONG";
      case UNCHECKED -> check.scope() == Check.Scope.NONE ? "trust" : "OPEN";
      case NOTED -> "note";
    };
  }

  /** Colours do not count for a table's widths, so the line is coloured when it is set. */
  private String painted(String line) {
    if (line.startsWith("  WRONG")) {
      return paint.red(line);
    }
    if (line.startsWith("  OPEN")) {
      return paint.yellow(line);
    }
    return line.startsWith("  ok ") ? "  " + paint.green("ok") + line.substring(4) : line;
  }

  /** What was said of the one is not said of the other again. */
  private static Verdict apart(Verdict verdict, Verdict said) {
    if (said.reasons().isEmpty() || !verdict.reasons().containsAll(said.reasons())) {
      return verdict;
    }
    List<String> reasons = new ArrayList<>(verdict.reasons());
    reasons.removeAll(said.reasons());
    reasons.add(0, "as " + said.figure());
    return new Verdict(
        verdict.figure(), verdict.outcome(), verdict.quantity(), reasons, verdict.remarks());
  }

  private void verdict(Verdict verdict) {
    String name = String.format("%-12s  ", verdict.figure());
    switch (verdict.outcome()) {
      case BOUND -> text.println(name + paint.green("bound") + " on " + verdict.quantity());
      case NOT_A_BOUND -> reasons(name + paint.red("not a bound"), verdict);
      case UNDECIDED -> reasons(name + paint.yellow("undecided"), verdict);
    }
    verdict.remarks().forEach(remark -> item("beside: " + remark));
  }

  private void reasons(String start, Verdict verdict) {
    if (verdict.reasons().size() == 1) {
      text.println(start + ": " + signs(verdict.reasons().get(0)));
      return;
    }
    text.println(start + ":");
    verdict.reasons().forEach(this::item);
  }

  private String signs(String sentence) {
    return sentence.replace("+-", plusMinus);
  }

  private void item(String sentence) {
    int width =
        console.tableWidth() == Integer.MAX_VALUE ? Integer.MAX_VALUE : console.tableWidth() - 4;
    List<String> lines = Table.wrap(signs(sentence), width);
    text.println("  - " + lines.get(0));
    lines.stream().skip(1).forEach(line -> text.println("    " + line));
  }
}
