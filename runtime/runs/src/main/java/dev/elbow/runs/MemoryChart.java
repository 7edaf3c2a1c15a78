package dev.elbow.runs;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Resident memory over training steps, as a PNG of 900 x 400 whose axis begins at 0. */
public final class MemoryChart {
  private static final double MEGABYTE = 1e6;

  private MemoryChart() {}

  /**
   * Writes the chart, atomically.
   *
   * @param steps on the x axis, ascending
   * @param bytes resident after each
   * @throws InputException {@code CHART-NO-FONT} if this machine cannot draw text
   * @throws FailureException {@code RUN-DISK} if the disk is full or refuses
   */
  public static void write(Path file, String title, long[] steps, long[] bytes) {
    Fonts.problem()
        .ifPresent(
            problem -> {
              throw new InputException(
                  "CHART-NO-FONT",
                  "this machine cannot draw text: " + problem,
                  file.toString(),
                  "Install fontconfig and a font, or take the numbers with --json.");
            });
    XYChart chart =
        new XYChartBuilder()
            .width(900)
            .height(400)
            .title(title)
            .xAxisTitle("step")
            .yAxisTitle("resident memory (MB)")
            .build();
    double[] x = new double[steps.length];
    double[] y = new double[steps.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = steps[i];
      y[i] = bytes[i] / MEGABYTE;
    }
    ChartStyle.apply(chart.getStyler(), title);
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setYAxisMin(0.0);
    chart.addSeries("resident", x, y).setMarker(SeriesMarkers.NONE).setLineColor(ChartStyle.FIRST);
    Pictures.write(BitmapEncoder.getBufferedImage(chart), file);
  }
}
