package dev.elbow.runs;

import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** How every chart looks. */
final class ChartStyle {
  /** The color of a first or only line. */
  static final Color FIRST = new Color(0x0072b2);

  private static final Color INK = new Color(0x333333);
  private static final Color LINES = new Color(0xdddddd);

  private static final int MOST = 12;

  private ChartStyle() {}

  static void apply(AxesChartStyler styler, String title) {
    styler.setChartTitleVisible(!title.isEmpty());
    styler.setChartTitleBoxVisible(false);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(LINES);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setChartFontColor(INK);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendPosition(Styler.LegendPosition.InsideNE);
    styler.setMarkerSize(5);
    styler.setXAxisDecimalPattern("0.##");
  }

  /** As many decimals at the vertical axis as tell the values apart, and no more. */
  static void decimals(AxesChartStyler styler, double... values) {
    double least = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    double greatest = Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
    double range = greatest > least ? greatest - least : Math.abs(greatest);
    int decimals = range > 0 ? 2 - (int) Math.floor(Math.log10(range)) : 0;
    styler.setYAxisDecimalPattern("#,##0." + "#".repeat(Math.max(0, Math.min(MOST, decimals))));
  }
}
