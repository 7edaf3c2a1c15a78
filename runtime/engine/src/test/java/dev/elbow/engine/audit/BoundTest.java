package dev.elbow.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.engine.audit.TestParts.FlowMaker;
import dev.elbow.engine.audit.TestPosterior.Factory;
import dev.elbow.engine.audit.TestPosterior.TwoNoises;
import dev.elbow.spi.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that are right are called a bound, and everything in them was looked at. */
class BoundTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "posterior: diagonal",
        "posterior: ar1",
        "posterior: {type: ar1, scale: per-dimension}",
        "posterior: {type: flow, flows: [{type: planar, count: 2},"
            + " {type: iaf, hidden: [6], activation: relu, context: 2}]}",
        "prior: {type: mixture, components: 4}",
        "prior: {type: vamp, components: 3}",
        "prior: {type: flow, flows: [{type: realnvp, network: {type: mlp, hidden: [6]}}]}",
      })
  void aRightModelIsABound(String part) {
    AuditReport report = new Audits().audit(3, part);

    assertThat(Audits.failed(report)).isEmpty();
    assertThat(report.negativeElbo().sentence()).isEqualTo("bound on log p(x)");
    assertThat(report.objective().sentence()).isEqualTo("bound on log p(x)");
    assertThat(report.trusted()).isEmpty();
  }

  @Test
  void aLatentSizeOfOneIsAuditedToo() {
    AuditReport report = new Audits().audit(1, "posterior: ar1");

    assertThat(report.negativeElbo().outcome()).isEqualTo(Verdict.Outcome.BOUND);
  }

  @Test
  void aConfigurationIsAuditedAsItBeginsAndElsewhere() {
    assertThat(new Audits().audit(2).models())
        .extracting(AuditedModel::parameters)
        .containsExactly("first parameters", "parameters moved at random");
  }

  @Test
  void everyFlowIsCheckedInItsPlace() {
    AuditReport report =
        new Audits()
            .with(Role.FLOW, new FlowMaker("doubling", true))
            .audit(
                3,
                "posterior: {type: flow, flows: [{type: doubling}, {type: planar}]}",
                "prior: {type: flow, flows: [{type: realnvp, network: {type: mlp, hidden: [4]}}]}");

    assertThat(report.models().get(0).checks())
        .filteredOn(check -> check.outcome() == Check.Outcome.PASSED)
        .extracting(Check::term)
        .contains(
            "posterior/flow-0 doubling",
            "posterior/flow-1 planar",
            "prior/flow-0 realnvp, inverse");
    assertThat(report.negativeElbo().outcome()).isEqualTo(Verdict.Outcome.BOUND);
  }

  /** More noises than dimensions: no Jacobian, so the samples are weighed by the density. */
  @Test
  void aSamplerWithMoreNoisesThanDimensionsIsMeasuredByWeights() {
    AuditReport report =
        new Audits()
            .with(Role.POSTERIOR, new Factory("two-noises", latent -> new TwoNoises(latent, 0)))
            .audit(3, "posterior: two-noises");

    assertThat(report.negativeElbo().sentence()).isEqualTo("bound on log p(x)");
  }

  @Test
  void theMeasuredKlIsNearTheStatedOne() {
    AuditedModel model = new Audits().audit(3, "posterior: ar1").models().get(1);

    TermFigure kl =
        model.figures().stream().filter(f -> f.name().equals("kl")).findFirst().orElseThrow();
    double error = kl.standardError().orElseThrow();
    assertThat(error).isBetween(1e-4, 0.2);
    assertThat(Math.abs(kl.stated() - kl.measured().orElseThrow())).isLessThan(4 * error);
  }

  @Test
  void theSameAuditTwiceGivesTheSameFigures() {
    assertThat(new Audits().audit(2)).isEqualTo(new Audits().audit(2));
  }
}
