package dev.elbow.runs;

import dev.elbow.spi.FailureException;
import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Points in a plane, of the color and shape of their class, as a PNG of 900 x 800. */
public final class ScatterChart {

  // Distinguishable with every kind of color vision (Paul Tol's muted scheme, with a darker grey).
  private static final Color[] COLORS = {
    new Color(0x332288), new Color(0xcc6677), new Color(0x117733), new Color(0xddcc77),
    new Color(0x88ccee), new Color(0x882255), new Color(0x44aa99), new Color(0x999933),
    new Color(0xaa4499), new Color(0x777777)
  };

  /** Shapes tell apart what colors alone might not. */
  private static final Marker[] SHAPES = {
    SeriesMarkers.CIRCLE, SeriesMarkers.TRIANGLE_UP, SeriesMarkers.SQUARE, SeriesMarkers.DIAMOND
  };

  private static final int MARKER = 6;
  private static final int ALL = -1;

  private ScatterChart() {}

  /** Where the points are: {@code x} and {@code y} of equal length, and their classes, if any. */
  public record Points(float[] x, float[] y, Optional<int[]> labels) {

    private TreeMap<Integer, List<double[]>> byClass() {
      TreeMap<Integer, List<double[]>> classes = new TreeMap<>();
      for (int i = 0; i < x.length; i++) {
        if (Float.isFinite(x[i]) && Float.isFinite(y[i])) {
          int label = labels.isPresent() ? labels.get()[i] : ALL;
          classes.computeIfAbsent(label, c -> new ArrayList<>()).add(new double[] {x[i], y[i]});
        }
      }
      return classes;
    }
  }

  /**
   * Writes the chart, atomically; a machine that cannot draw text gets a warning in the log and no
   * file.
   *
   * @param points those that are not finite are left out
   * @return whether there is a chart: false without fonts or without a finite point
   * @throws FailureException {@code RUN-DISK} if the disk is full or refuses
   */
  public static boolean write(
      Path file, String title, String xTitle, String yTitle, Points points) {
    TreeMap<Integer, List<double[]>> classes = points.byClass();
    return !classes.isEmpty()
        && ChartFile.write(
            file, () -> BitmapEncoder.getBufferedImage(chart(title, xTitle, yTitle, classes)));
  }

  private static XYChart chart(
      String title, String xTitle, String yTitle, TreeMap<Integer, List<double[]>> classes) {
    XYChart chart =
        new XYChartBuilder()
            .width(900)
            .height(800)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    ChartStyle.apply(chart.getStyler(), title);
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    chart.getStyler().setLegendVisible(!classes.containsKey(ALL));
    chart.getStyler().setMarkerSize(MARKER);
    classes.forEach((label, points) -> add(chart, label, points));
    return chart;
  }

  private static void add(XYChart chart, int label, List<double[]> points) {
    int place = Math.max(0, label);
    double[] x = points.stream().mapToDouble(p -> p[0]).toArray();
    double[] y = points.stream().mapToDouble(p -> p[1]).toArray();
    XYSeries series = chart.addSeries(label == ALL ? "all" : Integer.toString(label), x, y);
    series.setMarkerColor(COLORS[place % COLORS.length]);
    series.setMarker(SHAPES[place % SHAPES.length]);
  }
}
