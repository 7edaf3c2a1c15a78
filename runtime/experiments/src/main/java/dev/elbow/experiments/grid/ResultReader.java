package dev.elbow.experiments.grid;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.experiments.grid.Claim.Relation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads what the results are shown as and held against. */
final class ResultReader {
  private final SizeReader selectors;

  ResultReader(List<Axis> axes) {
    this.selectors = new SizeReader(axes);
  }

  List<Column> columns(Section file) {
    return file.list("columns").stream().map(ResultReader::column).toList();
  }

  private static Column column(ConfigNode node) {
    if (node instanceof MapNode) {
      Section column = Section.of(node, "columns").only("figure", "title");
      return new Column(
          column.text("figure"), column.maybeText("title").orElse(column.text("figure")));
    }
    String figure = Section.scalar(node, "columns", "the name of a figure");
    return new Column(figure, figure);
  }

  List<Published> published(Section file) {
    return file.sections("published").stream().map(this::published1).toList();
  }

  private Published published1(Section item) {
    item.only(
        "where", "figure", "value", "spread", "bound", "comparable", "source", "epochs", "why");
    boolean bound = item.flag("bound", true);
    return new Published(
        selectors.selector(item.section("where")),
        item.text("figure"),
        item.number("value"),
        item.maybeNumber("spread"),
        bound,
        item.flag("comparable", bound),
        item.text("source"),
        ExperimentFile.epochs(item),
        item.maybeText("why").orElse(""));
  }

  List<Claim> claims(Section file) {
    return file.sections("claims").stream().map(this::claim).toList();
  }

  private Claim claim(Section item) {
    item.only("text", "of", "figure", "is", "than", "against", "value", "by", "why");
    List<String> relations = Arrays.stream(Relation.values()).map(Relation::label).toList();
    String relation = item.choice("is", relations).toUpperCase(Locale.ROOT);
    Selector than = selectors.selector(item.section("than"));
    if (than.values().values().stream().anyMatch(names -> names.size() != 1)) {
      throw Section.wrong(
          "EXPERIMENT-CLAIM", item.place(), item.path("than"), "one value of an axis", "several");
    }
    String figure = item.text("figure");
    return new Claim(
        item.text("text"),
        selectors.selector(item.section("of")),
        figure,
        Relation.valueOf(relation),
        than,
        item.maybeText("against").orElse(figure),
        item.maybeNumber("value"),
        item.maybeNumber("by").orElse(0),
        item.maybeText("why"));
  }

  List<PlotOptions> plots(Section file) {
    return file.sections("plots").stream().map(this::plot).toList();
  }

  private PlotOptions plot(Section item) {
    item.only("title", "where", "x", "y");
    String x = item.text("x");
    if (!x.equals(PlotOptions.EPOCH)) {
      selectors.requireNumbers(item, "x");
    }
    return new PlotOptions(
        item.text("title"), selectors.selector(item.section("where")), x, item.text("y"));
  }
}
