package dev.elbow.report.svg;

import dev.elbow.report.html.Tag;
import dev.elbow.report.svg.Line.Point;
import dev.elbow.runs.Decimals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lines over a common axis of counts, such as epochs, as a figure of HTML: title, legend, and an
 * SVG that takes the width it is given.
 *
 * @param title above it
 * @param xTitle of the horizontal axis
 * @param lines some may have nothing to draw
 */
public record LineChart(String title, String xTitle, List<Line> lines) {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 240;
  private static final int LEFT = 52;
  private static final int RIGHT = 10;
  private static final int TOP = 8;
  private static final int BOTTOM = 36;

  /** More cannot be told apart at this size. */
  private static final int MOST_POINTS = 600;

  public LineChart {
    lines = lines.stream().filter(Line::hasPoint).toList();
  }

  /** The figure; empty if no line has a finite point. */
  public Optional<Tag> figure() {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Tag figure = Tag.of("figure").set("class", "chart").add(Tag.of("h3", title));
    if (lines.size() > 1) {
      figure.add(legend());
    }
    return Optional.of(figure.add(svg()));
  }

  private Tag legend() {
    Tag list = Tag.of("ul").set("class", "legend");
    for (Line line : lines) {
      Tag key =
          Tag.of("svg")
              .set("viewBox", "0 0 26 10")
              .set("aria-hidden", "true")
              .add(Tag.of("path").set("class", line.style("curve")).set("d", "M1 5H25"));
      list.add(Tag.of("li").add(key).text(line.name()));
    }
    return list;
  }

  private Tag svg() {
    double[] across = points().mapToDouble(Point::x).toArray();
    double[] down = points().mapToDouble(Point::y).toArray();
    Ticks x = Ticks.wholeAround(least(across), greatest(across), 5);
    Ticks y = Ticks.around(least(down), greatest(down), 4);
    Tag svg =
        Tag.of("svg")
            .set("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
            .set("role", "img")
            .set("aria-label", words());
    y.places().forEach(place -> svg.add(row(y, place)));
    x.places().forEach(place -> svg.add(column(x, place)));
    svg.add(label((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 4, "middle", xTitle));
    lines.forEach(line -> svg.add(line(line, x, y)));
    return svg;
  }

  private Stream<Point> points() {
    return lines.stream().flatMap(line -> line.points().stream()).filter(Point::finite);
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  private static double greatest(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  private static double across(Ticks x, double value) {
    return LEFT + x.share(value) * (WIDTH - LEFT - RIGHT);
  }

  private static double down(Ticks y, double value) {
    return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - TOP - BOTTOM);
  }

  private static List<Tag> row(Ticks y, double place) {
    double height = down(y, place);
    Tag line =
        Tag.of("line")
            .set("class", "grid")
            .set("x1", LEFT)
            .set("x2", WIDTH - RIGHT)
            .set("y1", height)
            .set("y2", height);
    return List.of(line, label(LEFT - 5, height + 4, "end", y.label(place)));
  }

  private static Tag column(Ticks x, double place) {
    return label(across(x, place), HEIGHT - BOTTOM + 15, "middle", x.label(place));
  }

  private static Tag label(double x, double y, String anchor, String text) {
    return Tag.of("text", text).set("x", x).set("y", y).set("text-anchor", anchor);
  }

  private static List<Tag> line(Line line, Ticks x, Ticks y) {
    List<Tag> tags = new ArrayList<>();
    for (List<Point> piece : pieces(thinned(line.points()))) {
      if (piece.size() == 1) {
        tags.add(
            Tag.of("circle")
                .set("class", line.style("dot"))
                .set("cx", across(x, piece.get(0).x()))
                .set("cy", down(y, piece.get(0).y()))
                .set("r", 3));
      } else {
        tags.add(Tag.of("path").set("class", line.style("curve")).set("d", path(piece, x, y)));
      }
    }
    return tags;
  }

  /** Runs of finite points. */
  private static List<List<Point>> pieces(List<Point> points) {
    List<List<Point>> pieces = new ArrayList<>();
    List<Point> piece = new ArrayList<>();
    for (Point point : points) {
      if (point.finite()) {
        piece.add(point);
      } else if (!piece.isEmpty()) {
        pieces.add(piece);
        piece = new ArrayList<>();
      }
    }
    if (!piece.isEmpty()) {
      pieces.add(piece);
    }
    return pieces;
  }

  /** Every n-th point, and the last. */
  private static List<Point> thinned(List<Point> points) {
    int stride = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
    if (stride <= 1) {
      return points;
    }
    List<Point> kept = new ArrayList<>();
    for (int i = 0; i < points.size() - 1; i += stride) {
      kept.add(points.get(i));
    }
    kept.add(points.get(points.size() - 1));
    return kept;
  }

  private static String path(List<Point> piece, Ticks x, Ticks y) {
    StringBuilder path = new StringBuilder();
    for (Point point : piece) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(
              String.format(Locale.ROOT, "%.1f %.1f", across(x, point.x()), down(y, point.y())));
    }
    return path.toString();
  }

  /** What the chart says, for those who listen to the page: where each line begins and ends. */
  private String words() {
    StringBuilder words = new StringBuilder("Line chart of " + title + " by " + xTitle + ".");
    for (Line line : lines) {
      List<Point> finite = line.points().stream().filter(Point::finite).toList();
      words
          .append(" ")
          .append(line.name())
          .append(": from ")
          .append(Decimals.figure(finite.get(0).y()))
          .append(" to ")
          .append(Decimals.figure(finite.get(finite.size() - 1).y()))
          .append(".");
    }
    return words.toString();
  }
}
