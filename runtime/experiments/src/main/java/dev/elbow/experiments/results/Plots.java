package dev.elbow.experiments.results;

import dev.elbow.experiments.grid.PlotOptions;
import dev.elbow.report.html.Tag;
import dev.elbow.report.svg.Line;
import dev.elbow.report.svg.LineChart;
import dev.elbow.runs.LinesChart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws an experiment's plots, for its page and as files. */
final class Plots {
  private final List<Plot> plots = new ArrayList<>();

  Plots(Results results) {
    for (PlotOptions options : results.experiment().plots()) {
      plots.add(Plot.of(options, results.settings(), results.names()));
    }
  }

  /** For the page; those without a point are left out. */
  List<Tag> tags() {
    List<Tag> tags = new ArrayList<>();
    for (Plot plot : plots) {
      List<Line> lines = new ArrayList<>();
      plot.lines()
          .forEach(
              (name, points) ->
                  lines.add(
                      new Line(
                          name,
                          lines.size(),
                          false,
                          points.stream().map(p -> new Line.Point(p.x(), p.y())).toList())));
      Optional<Tag> figure = new LineChart(plot.title(), plot.xTitle(), lines).figure();
      figure.ifPresent(tags::add);
    }
    return tags;
  }

  /** {@code plot-1.png} and so on; gives those that there are. */
  List<Path> write(Path folder) {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < plots.size(); i++) {
      Plot plot = plots.get(i);
      Path file = folder.resolve("plot-" + (i + 1) + ".png");
      List<LinesChart.Line> lines = new ArrayList<>();
      plot.lines()
          .forEach(
              (name, points) ->
                  lines.add(
                      new LinesChart.Line(
                          name,
                          points.stream().mapToDouble(Plot.Point::x).toArray(),
                          points.stream().mapToDouble(Plot.Point::y).toArray())));
      if (LinesChart.write(file, plot.title(), plot.xTitle(), plot.yTitle(), lines)) {
        files.add(file);
      }
    }
    return files;
  }
}
