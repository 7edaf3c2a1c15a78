package dev.elbow.report.svg;

import java.util.List;
import java.util.Objects;

/**
 * A line of a chart.
 *
 * @param name in the legend
 * @param color from 0 to 7; others begin again
 * @param dashed whether it is dashed
 * @param points in the order of x; one whose y is not finite leaves a gap
 */
public record Line(String name, int color, boolean dashed, List<Point> points) {

  /** The number of colors. */
  static final int COLORS = 8;

  /** One value. */
  public record Point(double x, double y) {
    boolean finite() {
      return Double.isFinite(x) && Double.isFinite(y);
    }
  }

  public Line {
    Objects.requireNonNull(name);
    points = List.copyOf(points);
  }

  /** Whether there is something to draw. */
  public boolean hasPoint() {
    return points.stream().anyMatch(Point::finite);
  }

  /** The classes of a part of it, which give its color. */
  String style(String part) {
    return part + " s" + color % COLORS + (dashed ? " dash" : "");
  }
}
