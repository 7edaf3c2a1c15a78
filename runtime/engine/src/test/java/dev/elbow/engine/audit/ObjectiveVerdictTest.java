package dev.elbow.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.audit.TestParts.DivergenceMaker;
import dev.elbow.spi.Divergence;
import dev.elbow.spi.Role;
import dev.elbow.spi.Term;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is minimised need not be what is printed. */
class ObjectiveVerdictTest {

  @Test
  void aKlThatWeighsLessThanOneIsNoBoundThoughThePrintedFigureIs() {
    AuditReport report = audit("[{type: kl, weight: 0.25}]");

    assertThat(report.negativeElbo().sentence()).isEqualTo("bound on log p(x)");
    assertThat(report.objective().sentence())
        .isEqualTo("not a bound: the KL counts too little: kl weighs 0.25");
  }

  /** The KL is never negative, so that more of it stays above -log p(x). */
  @Test
  void aKlThatWeighsMoreThanOneIsALooserBound() {
    AuditReport report = audit("[{type: kl, weight: 4.0}]");

    assertThat(report.objective().sentence()).isEqualTo("bound on log p(x)");
    assertThat(report.objective().remarks())
        .singleElement()
        .asString()
        .contains("looser bound", "kl weighs 4");
  }

  @Test
  void twoHalvesOfAKlAreABound() {
    AuditReport report = audit("[{type: kl, weight: 0.5}, {type: kl, weight: 0.5}]");

    assertThat(report.objective().sentence()).isEqualTo("bound on log p(x)");
    assertThat(report.objective().remarks()).isEmpty();
  }

  @Test
  void freeBitsAreNamed() {
    AuditReport report = audit("[{type: kl, freeBits: 0.5}]");

    assertThat(report.negativeElbo().outcome()).isEqualTo(Verdict.Outcome.BOUND);
    assertThat(report.objective().sentence())
        .contains("not a bound: kl: free bits leave a part of the KL uncounted");
  }

  @Test
  void anObjectiveWithoutAKlIsNoBound() {
    AuditReport report = audit("[]");

    assertThat(report.negativeElbo().outcome()).isEqualTo(Verdict.Outcome.BOUND);
    assertThat(report.objective().sentence()).contains("no term holds the KL");
  }

  @Test
  void aTermThatClaimsToCompleteABoundAndDoesNotIsNamed() {
    Divergence half = (graph, latent) -> Term.ofBound(latent.kl().perExample().mul(0.5));
    AuditReport report =
        new Audits()
            .with(Role.DIVERGENCE, new DivergenceMaker("half-kl", half))
            .audit(3, List.of("posterior: ar1"), "[{type: half-kl}]");

    assertThat(report.negativeElbo().outcome()).isEqualTo(Verdict.Outcome.BOUND);
    assertThat(report.objective().sentence())
        .contains(
            "not a bound: the KL counts too little: half-kl weighs 1 and is",
            "nats where the KL is");
  }

  /** An objective that is scaled as the flows paper's script does, by the latent size. */
  @Test
  void aTermOfTheWholeBatchThatIsRightOnAverageIsABound() {
    Divergence mean = (graph, latent) -> Term.ofBound(latent.kl().perExample().mean());
    AuditReport report =
        new Audits()
            .with(Role.DIVERGENCE, new DivergenceMaker("mean-kl", mean))
            .audit(3, List.of(), "[{type: mean-kl}]");

    assertThat(report.objective().sentence()).isEqualTo("bound on log p(x)");
  }

  @Test
  void aTermThatIsSummedOverTheBatchIsNamed() {
    Divergence sum = (graph, latent) -> Term.ofBound(latent.kl().perExample().sum());
    AuditReport report =
        new Audits()
            .with(Role.DIVERGENCE, new DivergenceMaker("summed-kl", sum))
            .audit(3, List.of(), "[{type: summed-kl}]");

    assertThat(Audits.failed(report)).extracting(Check::term).contains("objective summed-kl");
    assertThat(report.negativeElbo().outcome()).isEqualTo(Verdict.Outcome.BOUND);
  }

  /** What is reported and what is minimised are two figures, and neither is in nats. */
  @Test
  void aSurrogateCountsAsWhatIsMinimisedAndShowsWhatItReports() {
    AuditReport report = audit("[{type: kl}, {type: stein, weight: 10}]");

    Map<String, TermFigure> figures =
        report.models().get(0).figures().stream()
            .collect(Collectors.toMap(TermFigure::name, figure -> figure));
    TermFigure stein = figures.get("stein");
    double rest = figures.get("negativeElbo").stated();
    assertThat(stein.unit()).isEqualTo("dimensionless");
    assertThat(stein.remark()).contains("but no value; the loss is ");
    assertThat(figures.get("objective").stated())
        .isNotCloseTo(rest + 10 * stein.stated(), within(0.1));
    assertThat(Audits.failed(report)).isEmpty();
    assertThat(report.objective().sentence()).startsWith("not a bound: stein: ");
  }

  private static AuditReport audit(String objective) {
    return new Audits().audit(3, List.of("posterior: ar1"), objective);
  }
}
