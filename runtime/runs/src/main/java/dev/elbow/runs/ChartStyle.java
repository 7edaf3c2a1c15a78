package dev.elbow.runs;

import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** How every chart looks. */
final class ChartStyle {
  /** The color of a first or only line. */
  static final Color FIRST = new Color(0x0072b2);

  private static final Color INK = new Color(0x333333);
  private static final Color LINES = new Color(0xdddddd);

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
}
