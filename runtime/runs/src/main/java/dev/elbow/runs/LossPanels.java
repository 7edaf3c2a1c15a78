package dev.elbow.runs;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The panels of a loss chart. A split has one color in all; the first one has the legend. */
final class LossPanels {

  private static final String UNIT = " (nats/example)";

  // Distinguishable with every kind of color vision (Okabe and Ito).
  private static final Map<String, Color> COLORS =
      Map.of(
          "train", ChartStyle.FIRST,
          "validation", new Color(0xd55e00),
          "test", new Color(0x009e73));
  private static final Color OTHER = new Color(0xcc79a7);
  private static final BasicStroke SOLID = new BasicStroke(2);

  /** Beyond this many, markers hide the line. */
  private static final int MOST_MARKED = 40;

  private LossPanels() {}

  static XYChart loss(String title, String lossName, List<EpochPoint> points) {
    return chart(title, lossName + UNIT, points, EpochPoint::loss);
  }

  static XYChart reconstruction(List<EpochPoint> points) {
    return below(chart("", "reconstruction" + UNIT, points, EpochPoint::reconstruction));
  }

  /** The terms that were measured at least once, in their order. */
  static List<String> terms(List<EpochPoint> points) {
    return points.stream()
        .flatMap(point -> point.terms().entrySet().stream())
        .filter(term -> Double.isFinite(term.getValue()))
        .map(Map.Entry::getKey)
        .distinct()
        .toList();
  }

  static XYChart term(String name, List<EpochPoint> points) {
    return below(chart("", name + ", without its weight", points, p -> p.term(name)));
  }

  private static XYChart below(XYChart chart) {
    chart.getStyler().setLegendVisible(false);
    return chart;
  }

  private static XYChart chart(
      String title, String yTitle, List<EpochPoint> points, ToDoubleFunction<EpochPoint> value) {
    XYChart chart =
        new XYChartBuilder().title(title).xAxisTitle("epoch").yAxisTitle(yTitle).build();
    ChartStyle.apply(chart.getStyler(), title);
    ChartStyle.decimals(chart.getStyler(), points.stream().mapToDouble(value).toArray());
    for (String split : points.stream().map(EpochPoint::split).distinct().toList()) {
      add(chart, split, points, value);
    }
    return chart;
  }

  private static void add(
      XYChart chart, String split, List<EpochPoint> points, ToDoubleFunction<EpochPoint> value) {
    List<EpochPoint> drawn =
        points.stream()
            .filter(p -> p.split().equals(split))
            .filter(p -> Double.isFinite(value.applyAsDouble(p)))
            .sorted(Comparator.comparingDouble(EpochPoint::epoch))
            .toList();
    if (drawn.isEmpty()) {
      return;
    }
    double[] x = drawn.stream().mapToDouble(EpochPoint::epoch).toArray();
    double[] y = drawn.stream().mapToDouble(value).toArray();
    Color color = COLORS.getOrDefault(split, OTHER);
    Marker marker = drawn.size() > MOST_MARKED ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE;
    XYSeries series = chart.addSeries(split, x, y);
    series.setLineColor(color);
    series.setLineStyle(SOLID);
    series.setMarkerColor(color);
    series.setMarker(marker);
  }
}
