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
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The two panels of a loss chart. A split has one color in both; the upper one has the legend. */
final class LossPanels {

  private static final String UNIT = " (nats/example)";
  private static final int RIGHT = 1;

  // Distinguishable with every kind of color vision (Okabe and Ito).
  private static final Map<String, Color> COLORS =
      Map.of(
          "train", ChartStyle.FIRST,
          "validation", new Color(0xd55e00),
          "test", new Color(0x009e73));
  private static final Color OTHER = new Color(0xcc79a7);

  private static final BasicStroke SOLID = new BasicStroke(2);
  private static final BasicStroke DASHED =
      new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 5}, 0);

  /** Beyond this many, markers hide the line. */
  private static final int MOST_MARKED = 40;

  private LossPanels() {}

  static XYChart loss(String title, String lossName, List<EpochPoint> points) {
    XYChart chart = chart(title, lossName + UNIT);
    for (String split : splits(points)) {
      add(chart, split, split, points, EpochPoint::loss);
    }
    return chart;
  }

  static XYChart terms(List<EpochPoint> points) {
    XYChart chart = chart("", "reconstruction, solid" + UNIT);
    chart.getStyler().setLegendVisible(false);
    chart.setYAxisGroupTitle(RIGHT, "divergence, dashed" + UNIT);
    chart.getStyler().setYAxisGroupPosition(RIGHT, Styler.YAxisPosition.Right);
    for (String split : splits(points)) {
      add(chart, "reconstruction, " + split, split, points, EpochPoint::reconstruction);
      XYSeries right = add(chart, "divergence, " + split, split, points, EpochPoint::divergence);
      if (right != null) {
        right.setYAxisGroup(RIGHT);
        right.setLineStyle(DASHED);
        if (right.getMarker() != SeriesMarkers.NONE) {
          right.setMarker(SeriesMarkers.DIAMOND);
        }
      }
    }
    return chart;
  }

  private static XYSeries add(
      XYChart chart,
      String name,
      String split,
      List<EpochPoint> points,
      ToDoubleFunction<EpochPoint> value) {
    List<EpochPoint> drawn =
        points.stream()
            .filter(p -> p.split().equals(split))
            .filter(p -> Double.isFinite(value.applyAsDouble(p)))
            .sorted(Comparator.comparingDouble(EpochPoint::epoch))
            .toList();
    if (drawn.isEmpty()) {
      return null;
    }
    double[] x = drawn.stream().mapToDouble(EpochPoint::epoch).toArray();
    double[] y = drawn.stream().mapToDouble(value).toArray();
    Color color = COLORS.getOrDefault(split, OTHER);
    Marker marker = drawn.size() > MOST_MARKED ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE;
    XYSeries series = chart.addSeries(name, x, y);
    series.setLineColor(color);
    series.setLineStyle(SOLID);
    series.setMarkerColor(color);
    series.setMarker(marker);
    return series;
  }

  private static List<String> splits(List<EpochPoint> points) {
    return points.stream().map(EpochPoint::split).distinct().toList();
  }

  private static XYChart chart(String title, String yTitle) {
    XYChart chart =
        new XYChartBuilder().title(title).xAxisTitle("epoch").yAxisTitle(yTitle).build();
    ChartStyle.apply(chart.getStyler(), title);
    return chart;
  }
}
