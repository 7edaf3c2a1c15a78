package dev.elbow.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.runs.Figure;
import dev.elbow.spi.Bound;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final String NATS = "nats per example";
  private final Judge judge = new Judge(List.of("d", "d", "d"));

  @Test
  void theLowerNegativeElboIsTheBetterBound() {
    Ranking ranking = judge.rank("test.negativeElbo", row(bound(105), bound(101), bound(103)));
    assertThat(ranking.best()).containsExactly(1);
    assertThat(ranking.remark()).isEmpty();
  }

  @Test
  void theHigherLikelihoodAndAccuracyAreTheBetter() {
    assertThat(judge.rank("test.logLikelihood", row(bound(-90), bound(-95), null)).best())
        .containsExactly(0);
    Figure low = Figure.of(0.8, "share");
    Figure high = Figure.of(0.9, "share");
    assertThat(judge.rank("test.probeAccuracy1000", row(low, high, low)).best()).containsExactly(1);
  }

  @Test
  void runsWithinTwoStandardErrorsOfTheDifferenceAreLevel() {
    // The error of a difference of figures with errors 3 and 4 is 5.
    Figure best = bound(100).withStandardError(3);
    Figure near = bound(109.9).withStandardError(4);
    Figure far = bound(110.1).withStandardError(4);
    assertThat(judge.rank("test.negativeElbo", row(best, near, far)).best())
        .containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void whatDoesNotCompareHasNoBestButAReason() {
    assertThat(reason(bound(1), free(2, false))).contains("a bound for some, not for others");
    Figure other = Figure.of(2, NATS).withBound(Bound.none("a weight of 2"));
    assertThat(reason(free(1, false), other)).contains("not bounds, for different reasons");
    assertThat(reason(bound(1), Figure.of(2, NATS).withBound(Bound.on("log P(x)"))))
        .contains("different quantities");
    assertThat(reason(bound(1), Figure.of(2, "bits").withBound(Bound.on("log p(x)"))))
        .contains("units");
    assertThat(reason(with("samples", "50"), with("samples", "500"))).contains("settings");
    assertThat(reason(bound(1), null)).contains("fewer than two");
    assertThat(reason(bound(1), bound(Double.NaN))).contains("fewer than two");
    Judge apart = new Judge(List.of("d", "e"));
    assertThat(apart.rank("test.negativeElbo", row(bound(1), bound(2))).remark())
        .contains("different data");
  }

  @Test
  void figuresThatAreNoBoundsForOneReasonAreComparedWithACaution() {
    Ranking ranking = judge.rank("test.negativeElbo", row(free(2, false), free(1, false), null));
    assertThat(ranking.best()).containsExactly(1);
    assertThat(ranking.remark()).isEqualTo("none is a bound: free bits");
  }

  @Test
  void aFigureOfWhichNeitherLessNorMoreIsBetterHasNoBest() {
    Figure one = Figure.of(1, NATS);
    Figure two = Figure.of(2, NATS);
    assertThat(judge.rank("test.kl", row(one, two, null)).remark()).contains("neither");
    assertThat(judge.rank("test.somethingNew", row(one, two, null)).best()).isEmpty();
  }

  @Test
  void aRunWithoutTheFigureHasNoPartInIt() {
    Ranking ranking =
        judge.rank("test.negativeElbo", row(null, bound(Double.POSITIVE_INFINITY), bound(3)));
    assertThat(ranking.best()).isEmpty();
    Ranking two = judge.rank("test.negativeElbo", row(bound(4), null, bound(3)));
    assertThat(two.best()).containsExactly(2);
  }

  private String reason(Figure... figures) {
    Ranking ranking = judge.rank("test.negativeElbo", row(figures));
    assertThat(ranking.best()).isEmpty();
    return ranking.remark();
  }

  private static List<Optional<Figure>> row(Figure... figures) {
    return Arrays.stream(figures).map(Optional::ofNullable).toList();
  }

  private static Figure bound(double value) {
    return free(value, true);
  }

  private static Figure free(double value, boolean holds) {
    Bound bound = holds ? Bound.on("log p(x)") : Bound.none("free bits");
    return Figure.of(value, NATS).withBound(bound);
  }

  private static Figure with(String key, String setting) {
    return new Figure(
        1,
        NATS,
        Optional.of(Bound.on("log p(x)")),
        OptionalDouble.empty(),
        Optional.empty(),
        Map.of(key, setting),
        List.of());
  }
}
