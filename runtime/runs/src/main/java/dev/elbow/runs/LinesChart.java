package dev.elbow.runs;

import dev.elbow.spi.FailureException;
import java.awt.BasicStroke;
import java.awt.Color;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines of several models over a common axis, as a PNG 900 wide. */
public final class LinesChart {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 420;
  private static final int MOST_MARKED = 40;

  // Distinguishable with every kind of color vision (Okabe and Ito).
  private static final List<Color> COLORS =
      List.of(
          ChartStyle.FIRST,
          new Color(0xd55e00),
          new Color(0x009e73),
          new Color(0xcc79a7),
          new Color(0xe69f00),
          new Color(0x56b4e9),
          new Color(0x000000));

  private LinesChart() {}

  /**
   * A line.
   *
   * @param name in the legend
   * @param x of its points
   * @param y of its points, finite
   */
  public record Line(String name, double[] x, double[] y) {}

  /**
   * Writes the chart, atomically; a machine that cannot draw text gets a warning in the log and no
   * file.
   *
   * @param lines with at least one point each; one without is left out
   * @return whether there is a chart
   * @throws FailureException {@code RUN-DISK} if the disk is full or refuses
   */
  public static boolean write(
      Path file, String title, String xTitle, String yTitle, List<Line> lines) {
    List<Line> drawn = lines.stream().filter(line -> line.x().length > 0).toList();
    return !drawn.isEmpty()
        && ChartFile.write(
            file, () -> BitmapEncoder.getBufferedImage(chart(title, xTitle, yTitle, drawn)));
  }

  private static XYChart chart(String title, String xTitle, String yTitle, List<Line> lines) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    ChartStyle.apply(chart.getStyler(), title);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    ChartStyle.decimals(
        chart.getStyler(), lines.stream().flatMapToDouble(l -> Arrays.stream(l.y())).toArray());
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      XYSeries series = chart.addSeries(line.name(), line.x(), line.y());
      Color color = COLORS.get(i % COLORS.size());
      series.setLineColor(color);
      series.setMarkerColor(color);
      series.setLineStyle(new BasicStroke(2));
      series.setMarker(line.x().length > MOST_MARKED ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE);
    }
    return chart;
  }
}
