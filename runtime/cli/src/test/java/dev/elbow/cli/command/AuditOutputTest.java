package dev.elbow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elbow.cli.Output;
import dev.elbow.engine.audit.AuditReport;
import dev.elbow.engine.audit.AuditedModel;
import dev.elbow.engine.audit.Check;
import dev.elbow.engine.audit.Check.Figures;
import dev.elbow.engine.audit.TermFigure;
import dev.elbow.engine.audit.Verdict;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What people and programs read of an audit. */
class AuditOutputTest {
  private static final String REASON = "kl: stated 10.41 nats, it is 35.32";

  @Test
  void peopleReadTheFiguresWithTheirDifferences() {
    assertThat(text(report()))
        .containsPattern("kl +1 +10\\.41 +35\\.32 \\+- 0\\.012 +-24\\.91 +closed form")
        .containsPattern("mmd +500 +0\\.05 +dimensionless; the figure of a batch");
  }

  @Test
  void aWrongTermIsALineThatBeginsWithWrong() {
    assertThat(text(report()))
        .containsPattern("(?m)^  WRONG +kl +10\\.4100 +35\\.3200 \\+- 0\\.01200 +closed");
  }

  @Test
  void theVerdictIsALineForEachFigure() {
    assertThat(text(report()))
        .contains("negativeElbo  not a bound: " + REASON)
        .contains("objective     undecided:", "  - one", "  - two");
  }

  @Test
  void theReasonsOfTheFigureAreNotRepeatedForTheObjective() {
    Verdict printed = new Verdict("negativeElbo", notABound(), "", List.of(REASON), nothing());
    Verdict both =
        new Verdict("objective", notABound(), "", List.of(REASON, "kl weighs 0.5"), nothing());

    assertThat(text(report(printed, both, List.of())))
        .containsOnlyOnce(REASON)
        .contains("objective     not a bound:", "  - as negativeElbo", "  - kl weighs 0.5");
  }

  @Test
  void whatIsTakenOnTrustIsSaid() {
    assertThat(text(report())).contains("taken on trust", "  - that the likelihood is normalised");
  }

  @Test
  void aBoundSaysOnWhat() {
    Verdict bound =
        new Verdict("negativeElbo", Verdict.Outcome.BOUND, "log p(x)", nothing(), nothing());

    assertThat(text(report(bound))).contains("negativeElbo  bound on log p(x)");
  }

  @Test
  void programsReadTheSame() {
    JsonNode json = AuditJson.of(report());

    assertThat(json.at("/negativeElbo/outcome").asText()).isEqualTo("not-a-bound");
    assertThat(json.at("/negativeElbo/reasons/0").asText()).isEqualTo(REASON);
    assertThat(json.at("/objective/outcome").asText()).isEqualTo("undecided");
    assertThat(json.at("/models/0/figures/kl/measured").asDouble()).isEqualTo(35.32);
    assertThat(json.at("/models/0/figures/mmd").has("measured")).isFalse();
    assertThat(json.at("/models/0/figures/mmd/unit").asText()).isEqualTo("dimensionless");
    assertThat(json.at("/models/0/checks/0/outcome").asText()).isEqualTo("failed");
    assertThat(json.at("/trusted")).hasSize(1);
  }

  /** JSON has no such number. */
  @Test
  void notANumberIsNull() {
    Figures figures = new Figures(OptionalDouble.of(Double.NaN), noFigure(), noFigure());
    AuditReport report =
        report(
            List.of(
                new Check(
                    "kl", "x", Check.Outcome.FAILED, figures, "", Check.Scope.NEGATIVE_ELBO)));

    assertThat(AuditJson.of(report).at("/models/0/checks/0/stated").isNull()).isTrue();
  }

  private static String text(AuditReport report) {
    Output output = new Output();
    new AuditText(output.console()).print("runs/rho", report, 12.3);
    return output.out();
  }

  private static AuditReport report() {
    return report(new Verdict("negativeElbo", notABound(), "", List.of(REASON), nothing()));
  }

  private static AuditReport report(Verdict printed) {
    Figures figures =
        new Figures(OptionalDouble.of(10.41), OptionalDouble.of(35.32), OptionalDouble.of(0.012));
    return report(
        printed,
        List.of(
            new Check(
                "kl",
                "closed form",
                Check.Outcome.FAILED,
                figures,
                REASON,
                Check.Scope.NEGATIVE_ELBO),
            new Check(
                "reconstruction",
                "sum",
                Check.Outcome.UNCHECKED,
                new Figures(noFigure(), noFigure(), noFigure()),
                "that the likelihood is normalised",
                Check.Scope.NONE)));
  }

  private static AuditReport report(List<Check> checks) {
    return report(new Verdict("negativeElbo", notABound(), "", List.of(REASON), nothing()), checks);
  }

  private static AuditReport report(Verdict printed, List<Check> checks) {
    Verdict objective =
        new Verdict("objective", Verdict.Outcome.UNDECIDED, "", List.of("one", "two"), nothing());
    return report(printed, objective, checks);
  }

  private static AuditReport report(Verdict printed, Verdict objective, List<Check> checks) {
    TermFigure kl =
        new TermFigure(
            "kl",
            OptionalDouble.of(1),
            10.41,
            OptionalDouble.of(35.32),
            OptionalDouble.of(0.012),
            "nats per example",
            "closed form");
    TermFigure mmd =
        new TermFigure(
            "mmd",
            OptionalDouble.of(500),
            0.05,
            noFigure(),
            noFigure(),
            "dimensionless",
            "the figure of a batch");
    return new AuditReport(
        256,
        128,
        List.of(
            new AuditedModel("trained parameters", List.of(kl, mmd), checks, printed, objective)));
  }

  private static Verdict.Outcome notABound() {
    return Verdict.Outcome.NOT_A_BOUND;
  }

  private static List<String> nothing() {
    return List.of();
  }

  private static OptionalDouble noFigure() {
    return OptionalDouble.empty();
  }
}
