package dev.elbow.report;

import dev.elbow.report.html.Tag;
import dev.elbow.report.record.Curves;
import dev.elbow.report.record.FigureNames;
import dev.elbow.report.record.RunRecord;
import dev.elbow.report.svg.Line;
import dev.elbow.report.svg.LineChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A chart for each figure that was kept of the epochs. */
final class CurveSection {
  private CurveSection() {}

  static List<Tag> of(RunRecord run) {
    List<Tag> charts = charts(run, false);
    if (charts.isEmpty()) {
      return List.of(Tag.of("p", "No epoch is complete yet."));
    }
    List<Tag> section = new ArrayList<>();
    section.add(
        Tag.of(
            "p",
            "What was minimised, and what it is made of, after each epoch; terms without their"
                + " weights. A validation curve that turns up while training goes on down is"
                + " overfitting; a KL that falls to 0 early is posterior collapse."));
    section.add(Tag.of("div").set("class", "charts").add(charts));
    List<Tag> vitals = charts(run, true);
    if (!vitals.isEmpty()) {
      section.add(
          Tag.of("details")
              .add(
                  Tag.of("summary", "What the collapse doctor watches"),
                  Tag.of("div").set("class", "charts").add(vitals)));
    }
    return section;
  }

  private static List<Tag> charts(RunRecord run, boolean vitals) {
    List<Tag> charts = new ArrayList<>();
    run.curves()
        .byFigure()
        .forEach(
            (figure, splits) -> {
              List<Line> lines = new ArrayList<>();
              splits.forEach(
                  (split, points) -> lines.add(new Line(split, lines.size(), false, points)));
              if (FigureNames.set(figure).equals(Curves.VITALS) == vitals) {
                chart(figure, lines).ifPresent(charts::add);
              }
            });
    return charts;
  }

  static Optional<Tag> chart(String figure, List<Line> lines) {
    return new LineChart(FigureNames.title(figure), "epoch", lines).figure();
  }
}
