package dev.elbow.experiments.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.experiments.grid.Cell;
import dev.elbow.experiments.grid.CellCommand;
import dev.elbow.experiments.grid.Experiment;
import dev.elbow.experiments.grid.ExperimentFile;
import dev.elbow.experiments.grid.Size;
import dev.elbow.runs.Figure;
import dev.elbow.spi.Bound;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures by hand: means, deviations and verdicts can be checked on paper. */
class ResultsTest {
  private static final String AXES =
      """
      name: tiny
      description: A comparison.
      paper: {citation: "Somebody, 2020", epochs: 15}
      base: {}
      axes:
        model: {plain: {title: plain VAE}, flow: {title: a flow}}
      columns: [{figure: test.negativeElbo, title: "-ELBO"}]
      """;

  private final List<CellResult> cells = new ArrayList<>();

  private void cell(String model, double value, double error, int epochs) {
    Figure figure =
        Figure.of(value, "nats per example")
            .withStandardError(error)
            .withBound(new Bound(true, "log p(x)"));
    add(model, Map.of("test.negativeElbo", figure), epochs, "");
  }

  private void add(String model, Map<String, Figure> figures, int epochs, String failure) {
    Map<String, String> at = new LinkedHashMap<>(Map.of("model", model));
    long seed = cells.size() + 1L;
    Cell cell =
        new Cell(model + "-seed" + seed, at, seed, CellCommand.TRAIN, base().base(), List.of());
    cells.add(
        new CellResult(cell, figures, epochs, 60, Map.of(), failure, Path.of("none", cell.name())));
  }

  private static Experiment base() {
    return ExperimentFile.read(AXES, "tiny.yaml", Path.of("."));
  }

  private Results results(String more) {
    Experiment experiment = ExperimentFile.read(AXES + more, "tiny.yaml", Path.of("."));
    Circumstances how =
        new Circumstances("elbow experiment", "1.0", "abc", "a machine", "2026-01-01", "alone");
    return Results.of(experiment, experiment.size(Size.DEFAULT), how, List.of(), cells);
  }

  private static String published(String model, double value, String more) {
    return "published: [{where: {model: %s}, figure: test.negativeElbo, value: %s, source: s%s}]"
        .formatted(model, value, more);
  }

  private static String claim(String is, String more) {
    return ("claims: [{text: t, of: {model: flow}, figure: test.negativeElbo, is: %s,"
            + " than: {model: plain}%s}]")
        .formatted(is, more);
  }

  private String verdict(String more) {
    return results(more).comparisons().get(0).verdict();
  }

  private String claimVerdict(String more) {
    return results(more).claims().get(0).verdict();
  }

  @Test
  void theSpreadOfSeedsIsTheirStandardDeviation() {
    cell("plain", 100, 0.5, 15);
    cell("plain", 102, 0.5, 15);
    cell("plain", 104, 0.5, 15);

    Summary summary = results("").settings().get(0).summary("test.negativeElbo").orElseThrow();

    assertThat(summary.mean()).isEqualTo(102);
    assertThat(summary.deviation().orElseThrow()).isCloseTo(2, within(1e-12));
    assertThat(summary.text()).isEqualTo("102.0 ± 2.0");
  }

  @Test
  void oneSeedHasTheStandardErrorOfItsExamples() {
    cell("plain", 100.123, 0.456, 15);

    assertThat(results("").settings().get(0).summary("test.negativeElbo").orElseThrow().text())
        .isEqualTo("100.12 ± 0.46");
  }

  @Test
  void figuresAgreeWithinTwiceTheDeviationOfTheirDifference() {
    cell("plain", 100, 0.5, 15);
    cell("plain", 102, 0.5, 15);

    // s = sqrt(2), and the difference of one run and a mean of two deviates by s sqrt(1 + 1/2).
    assertThat(verdict(published("plain", 104.4, "")))
        .isEqualTo("They agree: ours is lower by 3.4, within the spread of 3.5.");
    assertThat(verdict(published("plain", 97.5, "")))
        .isEqualTo("Ours is higher by 3.5, more than the spread of 3.5.");
  }

  @Test
  void ofOneSeedNothingIsSaidOfAgreement() {
    cell("plain", 100, 0.5, 15);

    assertThat(verdict(published("plain", 100.5, "")))
        .isEqualTo("Ours is lower by 0.50; of one seed, so that how far runs vary is not known.");
  }

  @Test
  void aStatedSpreadIsUsedForBoth() {
    cell("plain", 100, 0.5, 15);

    assertThat(verdict(published("plain", 100.5, ", spread: 1"))).startsWith("They agree");
    assertThat(verdict(published("plain", 104, ", spread: 1"))).contains("more than the spread");
  }

  @Test
  void aShorterTrainingIsSaidBesideTheVerdict() {
    cell("plain", 120, 0.5, 3);

    Comparison comparison = results(published("plain", 100, "")).comparisons().get(0);
    assertThat(comparison.verdict()).endsWith("Ours was trained for 3 of the paper's 15 epochs.");
    assertThat(comparison.training()).isEqualTo("3 epochs; the paper 15");
  }

  @Test
  void aFigureThatIsNoBoundIsNotComparedWithOneThatIs() {
    cell("flow", 100, 0.5, 15);

    assertThat(verdict(published("flow", 90, ", bound: false")))
        .isEqualTo(
            "They do not compare: the published figure is not a bound. Ours is a bound (log p(x)).");
    assertThat(verdict(published("flow", 90, ", bound: false, comparable: true")))
        .contains("higher by 10.0")
        .endsWith("By the published formula both: neither is a bound.");
  }

  @Test
  void aFailedCellSaysWhy() {
    add("plain", Map.of(), 2, "the loss is not finite");

    Results results = results(published("plain", 90, ""));
    assertThat(results.comparisons().get(0).verdict())
        .isEqualTo("Ours failed: the loss is not finite");
    assertThat(MarkdownResults.write(results))
        .contains("- plain-seed1 failed: the loss is not finite");
  }

  @Test
  void aClaimHoldsClearlyOrWithinTheSpreadOrNot() {
    cell("plain", 100, 0.3, 15);
    cell("flow", 98, 0.4, 15);

    // 2 sqrt(0.3^2 + 0.4^2) = 1
    assertThat(claimVerdict(claim("lower", ""))).isEqualTo("holds");
    assertThat(claimVerdict(claim("higher", ""))).isEqualTo("does not hold");
    assertThat(claimVerdict(claim("lower", ", by: 3"))).isEqualTo("does not hold");
    assertThat(claimVerdict(claim("within", ", by: 2"))).isEqualTo("holds");
    cells.clear();
    cell("plain", 100, 0.3, 15);
    cell("flow", 99.5, 0.4, 15);
    assertThat(claimVerdict(claim("lower", ""))).isEqualTo("holds, within the spread");
  }

  @Test
  void aClaimWithoutFiguresIsNotTested() {
    cell("plain", 100, 0.3, 15);

    assertThat(claimVerdict(claim("lower", ""))).isEqualTo("not tested at this size");
  }

  @Test
  void aClaimMaySetTwoFiguresOfOneCellSideBySideOrANumber() {
    add("flow", Map.of("prior", Figure.of(9, "1"), "mixture", Figure.of(4, "1")), 15, "");

    assertThat(
            claimVerdict(
                "claims: [{text: t, of: {model: flow}, figure: mixture, is: lower, against: prior}]"))
        .isEqualTo("holds");
    assertThat(claimVerdict("claims: [{text: t, figure: prior, is: lower, value: 8}]"))
        .isEqualTo("does not hold");
  }

  @Test
  void theTableHasHeadPublishedFiguresFiguresAndClaims() {
    cell("plain", 100, 0.3, 15);
    cell("flow", 98, 0.4, 15);

    String table =
        MarkdownResults.write(results(published("plain", 99, "") + "\n" + claim("lower", "")));

    assertThat(table)
        .contains("# tiny, default size", "Elbow 1.0, commit abc", "Machine: a machine; alone")
        .contains(
            "| plain VAE | test.negativeElbo | 99.0 | 100.00 ± 0.30 | yes | 1 | 15 epochs, as the paper |")
        .contains("| a flow | 98.00 ± 0.40 | 15 | 1 |")
        .contains("- **holds**: t")
        .contains(
            "a flow: 98.00 ± 0.40 against 100.00 ± 0.30, lower by 2.0 (spread 1.0, over the examples, one seed)");
  }

  @Test
  void thePageAndTheJsonSayTheSame() {
    cell("plain", 100, 0.3, 15);
    Results results = results(published("plain", 99, ""));

    assertThat(HtmlResults.write(results))
        .startsWith("<!DOCTYPE html>")
        .contains("100.00 ± 0.30", "15 epochs, as the paper")
        .doesNotContain("http://", "<script");
    assertThat(JsonResults.write(results).at("/published/0/ours/mean").asDouble()).isEqualTo(100);
    assertThat(JsonResults.write(results).at("/settings/0/cells/0/name").asText())
        .isEqualTo("plain-seed1");
  }
}
