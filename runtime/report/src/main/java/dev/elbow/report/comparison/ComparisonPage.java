package dev.elbow.report.comparison;

import dev.elbow.report.html.Gallery;
import dev.elbow.report.html.HtmlTable;
import dev.elbow.report.html.Page;
import dev.elbow.report.html.Tag;
import dev.elbow.report.record.Curves;
import dev.elbow.report.record.FigureNames;
import dev.elbow.report.record.FigureText;
import dev.elbow.report.record.RunRecord;
import dev.elbow.report.svg.Line;
import dev.elbow.report.svg.LineChart;
import dev.elbow.runs.Figure;
import dev.elbow.runs.Picture;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A comparison as one page that needs no network. */
public final class ComparisonPage {
  private static final String ABSENT = "\u2013";

  private final Comparison comparison;

  public ComparisonPage(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The page as text. */
  public String html() {
    return new Page("Comparison of " + String.join(", ", comparison.labels()))
        .header(Tag.of("p", lead()).set("class", "lead"))
        .section("Remarks", remarks())
        .section("Figures", figures())
        .section("Curves", curves())
        .section("Samples", side("samples.png"))
        .section("Reconstructions", side("reconstructions.png"))
        .section("Differences of the configurations", differences())
        .render();
  }

  private String lead() {
    return comparison.runs().size()
        + " runs side by side. The best of a row is marked only where a comparison means"
        + " something; several are marked where they are level within two standard errors.";
  }

  private List<Tag> remarks() {
    if (comparison.remarks().isEmpty()) {
      return List.of();
    }
    Tag list = Tag.of("ul").set("class", "remarks");
    comparison.remarks().forEach(text -> list.add(Tag.of("li", text).set("class", "found")));
    return List.of(list);
  }

  private List<Tag> figures() {
    if (comparison.figures().isEmpty()) {
      return List.of(Tag.of("p", "No run has figures yet."));
    }
    List<String> columns = new ArrayList<>(List.of("Figure"));
    columns.addAll(comparison.labels());
    columns.addAll(List.of("Unit", "Remark"));
    HtmlTable table = new HtmlTable("Means with their standard errors.", columns);
    comparison.figures().forEach(row -> table.row(header(row), cells(row)));
    return List.of(table.tag());
  }

  private static Tag header(FigureRow row) {
    return Tag.of("th", FigureNames.title(row.name())).add(Tag.of("code", row.name()));
  }

  private static List<Tag> cells(FigureRow row) {
    List<Tag> cells = new ArrayList<>();
    for (int i = 0; i < row.figures().size(); i++) {
      cells.add(cell(row.figures().get(i), row.ranking().best().contains(i)));
    }
    cells.add(Tag.of("td", row.units().equals("1") ? "" : row.units()));
    cells.add(Tag.of("td", row.ranking().remark()).set("class", "soft words"));
    return cells;
  }

  private static Tag cell(Optional<Figure> figure, boolean best) {
    Tag cell = Tag.of("td").set("class", best ? "number best" : "number");
    if (figure.isEmpty()) {
      return cell.text(ABSENT);
    }
    String value = FigureText.value(figure.get());
    // A word beside the color, for those who do not see it.
    return best ? cell.add(Tag.of("strong", value)).text(" best") : cell.text(value);
  }

  private List<Tag> curves() {
    Set<String> names = new LinkedHashSet<>();
    comparison.runs().forEach(run -> names.addAll(run.curves().byFigure().keySet()));
    names.removeIf(name -> FigureNames.set(name).equals(Curves.VITALS));
    List<Tag> charts = names.stream().flatMap(name -> chart(name).stream()).toList();
    if (charts.isEmpty()) {
      return List.of(Tag.of("p", "No run has completed an epoch yet."));
    }
    return List.of(
        Tag.of(
            "p",
            "A color is a run; dashed lines are of the validation set. Objectives compare only"
                + " between runs that minimised the same one."),
        Tag.of("div").set("class", "charts").add(charts));
  }

  private Optional<Tag> chart(String figure) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < comparison.runs().size(); i++) {
      int run = i;
      comparison
          .runs()
          .get(i)
          .curves()
          .of(figure)
          .forEach(
              (split, points) ->
                  lines.add(
                      new Line(
                          comparison.labels().get(run) + ", " + split,
                          run,
                          split.equals("validation"),
                          points)));
    }
    return new LineChart(FigureNames.title(figure), "epoch", lines).figure();
  }

  private List<Tag> side(String file) {
    List<Tag> cells = new ArrayList<>();
    for (int i = 0; i < comparison.runs().size(); i++) {
      RunRecord run = comparison.runs().get(i);
      String label = comparison.labels().get(i);
      Optional<Tag> image =
          run.picture(file)
              .map(picture -> named(picture, label))
              .flatMap(picture -> Gallery.image(run.folder().images(), picture));
      cells.add(
          Tag.of("figure")
              .add(
                  Tag.of("h3", label),
                  image.orElseGet(() -> Tag.of("p", "Not there yet.").set("class", "soft"))));
    }
    return List.of(Tag.of("div").set("class", "side").add(cells));
  }

  private static Picture named(Picture picture, String label) {
    return new Picture(
        picture.file(), picture.title(), label + ": " + picture.alternative(), picture.caption());
  }

  private List<Tag> differences() {
    if (comparison.differences().isEmpty()) {
      return List.of(Tag.of("p", "The configurations are the same."));
    }
    List<String> columns = new ArrayList<>(List.of("Key"));
    columns.addAll(comparison.labels());
    HtmlTable table = new HtmlTable("The keys in which the runs differ.", columns);
    for (SettingRow row : comparison.differences()) {
      table.row(row.key(), row.values().stream().map(v -> v.orElse(ABSENT)).toList());
    }
    return List.of(table.tag());
  }
}
