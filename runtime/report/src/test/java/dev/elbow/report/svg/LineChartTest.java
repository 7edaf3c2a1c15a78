package dev.elbow.report.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.report.svg.Line.Point;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class LineChartTest {
  private static final double NAN = Double.NaN;

  @Test
  void aGreaterValueIsHigherAndALaterOneFurtherRight() {
    List<double[]> places = places(path(chart(1, 10, 3)));
    assertThat(places).hasSize(3);
    assertThat(places.get(0)[0]).isLessThan(places.get(1)[0]);
    assertThat(places.get(1)[1]).as("down the page").isLessThan(places.get(2)[1]);
    assertThat(places.get(2)[1]).isLessThan(places.get(0)[1]);
  }

  @Test
  void placesAreInProportionToValues() {
    List<double[]> places = places(path(chart(0, 5, 10)));
    double half = (places.get(0)[1] + places.get(2)[1]) / 2;
    assertThat(places.get(1)[1]).isCloseTo(half, within(0.11));
  }

  @Test
  void aValueThatIsNotANumberLeavesAGap() {
    Element svg = chart(1, 2, NAN, 4, 5, Double.POSITIVE_INFINITY, 7);
    assertThat(svg.select("path.curve")).hasSize(2);
    assertThat(svg.select("circle.dot")).as("a point by itself").hasSize(1);
  }

  @Test
  void aSinglePointIsADotInTheMiddleOfItsAxes() {
    Element svg = chart(42);
    assertThat(svg.select("path")).isEmpty();
    Element dot = svg.selectFirst("circle");
    assertThat(Double.parseDouble(dot.attr("cx"))).isBetween(52.0, 390.0);
    assertThat(Double.parseDouble(dot.attr("cy"))).isBetween(8.0, 204.0);
    assertThat(svg.outerHtml()).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void equalValuesAreALevelLine() {
    List<double[]> places = places(path(chart(7, 7, 7)));
    assertThat(places.get(0)[1]).isEqualTo(places.get(2)[1]);
    List<double[]> zeros = places(path(chart(0, 0)));
    assertThat(zeros.get(0)[1]).isEqualTo(zeros.get(1)[1]).isBetween(8.0, 204.0);
  }

  @Test
  void withoutAFinitePointThereIsNoChart() {
    assertThat(new LineChart("t", "epoch", List.of(line(NAN, NAN))).figure()).isEmpty();
    assertThat(new LineChart("t", "epoch", List.of()).figure()).isEmpty();
  }

  @Test
  void manyPointsAreThinnedAndTheLastIsKept() {
    double[] values = new double[10_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    List<double[]> places = places(path(chart(values)));
    assertThat(places).hasSizeLessThan(700);
    assertThat(places.get(places.size() - 1)[1]).isCloseTo(8, within(0.2));
  }

  @Test
  void oneLineNeedsNoLegendAndSeveralHaveTheirColors() {
    assertThat(chart(1, 2).select(".legend")).isEmpty();
    Line other = new Line("other", 9, true, List.of(new Point(1, 1), new Point(2, 2)));
    Element figure = figure(new LineChart("t", "epoch", List.of(line(1, 2), other)));
    assertThat(figure.select(".legend li").eachText()).containsExactly("train", "other");
    assertThat(figure.select("svg[role=img] path.s1.dash")).hasSize(1);
  }

  @Test
  void ticksAreRoundNumbersThatHoldAllValues() {
    Ticks ticks = Ticks.around(103.7, 541.2, 4);
    assertThat(ticks.places()).containsExactly(0.0, 200.0, 400.0, 600.0);
    assertThat(
            Ticks.around(0.0012, 0.0038, 4).places().stream()
                .map(Ticks.around(0.0012, 0.0038, 4)::label))
        .containsExactly("0.001", "0.002", "0.003", "0.004");
    assertThat(Ticks.around(2e6, 8e6, 4).label(4e6)).isEqualTo("4.0e+06");
    assertThat(Ticks.around(-3, 5, 4).places()).contains(0.0);
    assertThat(Ticks.wholeAround(1, 3, 5).places()).containsExactly(1.0, 2.0, 3.0);
  }

  private static Line line(double... values) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(new Point(i + 1, values[i]));
    }
    return new Line("train", 0, false, points);
  }

  private static Element chart(double... values) {
    return figure(new LineChart("loss", "epoch", List.of(line(values))));
  }

  private static Element figure(LineChart chart) {
    return Jsoup.parse(chart.figure().orElseThrow().render()).body();
  }

  private static String path(Element chart) {
    return chart.selectFirst("path.curve").attr("d");
  }

  private static List<double[]> places(String path) {
    List<double[]> places = new ArrayList<>();
    for (String place : path.substring(1).split("L")) {
      String[] both = place.split(" ");
      places.add(new double[] {Double.parseDouble(both[0]), Double.parseDouble(both[1])});
    }
    return places;
  }
}
