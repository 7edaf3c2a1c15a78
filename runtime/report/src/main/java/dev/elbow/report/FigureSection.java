package dev.elbow.report;

import dev.elbow.report.html.HtmlTable;
import dev.elbow.report.html.Tag;
import dev.elbow.report.record.FigureNames;
import dev.elbow.report.record.FigureText;
import dev.elbow.report.record.RunRecord;
import dev.elbow.runs.Decimals;
import dev.elbow.runs.Figure;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures of the evaluation as a table. */
final class FigureSection {
  private FigureSection() {}

  static List<Tag> of(RunRecord run) {
    if (!run.evaluated()) {
      return List.of(
          Tag.of("p", "There are no figures yet. They come at the end of the training."));
    }
    HtmlTable table =
        new HtmlTable(
            "Means with their standard errors.",
            List.of("Figure", "Value", "Unit", "Bound", "95 % interval", "Settings"));
    run.figures().forEach((name, figure) -> table.row(header(name), cells(figure)));
    return List.of(table.tag());
  }

  /** The name in words, and as programs have it. */
  private static Tag header(String name) {
    return Tag.of("th", FigureNames.title(name)).add(Tag.of("code", name));
  }

  private static List<Tag> cells(Figure figure) {
    Tag settings = Tag.of("td", FigureText.settings(figure));
    if (!figure.components().isEmpty()) {
      settings.add(components(figure));
    }
    return List.of(
        Tag.of("td", FigureText.value(figure)).set("class", "number"),
        Tag.of("td", FigureText.unit(figure)),
        Tag.of("td", FigureText.bound(figure)).set("class", bound(figure)),
        Tag.of("td", interval(figure)).set("class", "number"),
        settings);
  }

  /** Room for a reason, where there is one. */
  private static String bound(Figure figure) {
    return FigureText.bound(figure).isEmpty() ? "none" : "words";
  }

  private static String interval(Figure figure) {
    double error = figure.standardError().orElse(Double.NaN);
    return figure
        .interval()
        .map(i -> Decimals.figure(i.low(), error) + " to " + Decimals.figure(i.high(), error))
        .orElse("");
  }

  private static Tag components(Figure figure) {
    String numbers =
        figure.components().stream().map(Decimals::figure).collect(Collectors.joining(", "));
    String title = String.format(Locale.ROOT, "%,d components", figure.components().size());
    return Tag.of("details").add(Tag.of("summary", title), Tag.of("span", numbers));
  }
}
