package dev.elbow.runs;

import dev.elbow.spi.FailureException;
import java.awt.Font;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;

/** Numbers with names as bars from 0, as a PNG of 900 x 400. */
public final class BarChart {

  /** Beyond this many, names run into one another. */
  private static final int MOST_NAMED = 40;

  private BarChart() {}

  /**
   * Writes the chart, atomically; a machine that cannot draw text gets a warning in the log and no
   * file.
   *
   * @param names of the bars, from left to right
   * @param values as many; a bar that is not finite is left out
   * @return whether there is a chart: false without fonts or without a finite value
   * @throws FailureException {@code RUN-DISK} if the disk is full or refuses
   */
  public static boolean write(
      Path file, String title, String xTitle, String yTitle, List<String> names, double[] values) {
    List<String> drawn = new ArrayList<>();
    List<Double> heights = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        drawn.add(names.get(i));
        heights.add(values[i]);
      }
    }
    return !drawn.isEmpty()
        && ChartFile.write(
            file,
            () -> BitmapEncoder.getBufferedImage(chart(title, xTitle, yTitle, drawn, heights)));
  }

  private static CategoryChart chart(
      String title, String xTitle, String yTitle, List<String> names, List<Double> heights) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(900)
            .height(400)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    ChartStyle.apply(chart.getStyler(), title);
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setAvailableSpaceFill(0.8);
    chart.getStyler().setXAxisTicksVisible(names.size() <= MOST_NAMED);
    chart.getStyler().setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    // A scale of its own where nothing rises above 0: an empty range cannot be drawn.
    double most = heights.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double least = heights.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    chart.getStyler().setYAxisMin(Math.min(0, least));
    chart.getStyler().setYAxisMax(most > 0 ? most * 1.05 : 1);
    CategorySeries series = chart.addSeries(yTitle, names, heights);
    series.setFillColor(ChartStyle.FIRST);
    return chart;
  }
}
