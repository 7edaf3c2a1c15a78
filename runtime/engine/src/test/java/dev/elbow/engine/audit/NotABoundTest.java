package dev.elbow.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.engine.audit.TestParts.FlowMaker;
import dev.elbow.engine.audit.TestParts.LikelihoodMaker;
import dev.elbow.engine.audit.TestParts.PriorPublisher;
import dev.elbow.engine.audit.TestParts.UnnormalisedPrior;
import dev.elbow.engine.audit.TestParts.UnnormalisedPriorOfTwoNoises;
import dev.elbow.engine.audit.TestPosterior.BatchSummedKl;
import dev.elbow.engine.audit.TestPosterior.Factory;
import dev.elbow.engine.audit.TestPosterior.Folding;
import dev.elbow.engine.audit.TestPosterior.Maker;
import dev.elbow.engine.audit.TestPosterior.NoLogDeterminant;
import dev.elbow.engine.audit.TestPosterior.NoTrace;
import dev.elbow.engine.audit.TestPosterior.OneNoise;
import dev.elbow.engine.audit.TestPosterior.Opaque;
import dev.elbow.engine.audit.TestPosterior.TwoNoises;
import dev.elbow.engine.audit.TestPosterior.WrongDensityBesideRightKl;
import dev.elbow.engine.audit.TestPosterior.WrongRecursion;
import dev.elbow.spi.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deliberately wrong parts: each is called not a bound, for the right reason. */
class NotABoundTest {

  @Test
  void aBatchSummedKlIsNamed() {
    AuditReport report = posterior(BatchSummedKl::new);

    assertNotABound(report, "kl: an example's figure changes with its neighbours");
    assertThat(failedTerms(report)).containsOnly("kl", "negativeElbo", "objective");
    assertThat(report.negativeElbo().reasons()).allMatch(reason -> reason.startsWith("kl: "));
  }

  @Test
  void aMissingTraceIsNamed() {
    AuditReport report = posterior(NoTrace::new);

    assertNotABound(report, "kl: stated ");
    assertThat(failedTerms(report)).containsOnly("kl");
  }

  @Test
  void aMissingLogDeterminantOfAPosteriorIsNamed() {
    AuditReport report = posterior(NoLogDeterminant::new);

    assertNotABound(report, "log q(z|x): stated ");
    assertThat(failedTerms(report)).containsOnly("log q(z|x)", "kl");
  }

  @Test
  void aMissingLogDeterminantOfAFlowIsNamedWithItsPlace() {
    AuditReport report =
        new Audits()
            .with(Role.FLOW, new FlowMaker("doubling", false))
            .audit(3, "posterior: {type: flow, flows: [{type: planar}, {type: doubling}]}");

    // 3 log 2
    assertNotABound(
        report, "posterior/flow-1 doubling: log |det|: stated 0.00, measured 2.08 on average");
    assertThat(failedTerms(report))
        .contains("posterior/flow-1 doubling")
        .doesNotContain("posterior/flow-0 planar");
  }

  @Test
  void aSamplerThatIsNotOfTheStatedGaussianIsNamed() {
    AuditReport report = posterior(WrongRecursion::new);

    assertNotABound(report, "variance of z: of one dimension stated 1.00");
    assertThat(failedTerms(report)).contains("variance of z", "kl", "log q(z|x)");
  }

  @Test
  void aSamplerThatFoldsIsNamed() {
    assertNotABound(posterior(Folding::new), "the sampler folds");
  }

  @Test
  void aSamplerWithFewerNoisesThanDimensionsHasNoDensity() {
    assertNotABound(
        posterior(OneNoise::new), "z of size 3 is made from 1 random numbers: it has no density");
  }

  @Test
  void aWrongDensityOfASamplerWithMoreNoisesIsNamed() {
    assertNotABound(
        posterior(latent -> new TwoNoises(latent, -0.3)),
        "log q(z|x): the samples, weighed by the stated density, add up to 1.3");
  }

  @Test
  void aPosteriorThatIsAPointIsNotABound() {
    AuditReport report = new Audits().audit(3, List.of("posterior: point"), "[]");

    assertNotABound(report, "the posterior states no density of its codes");
    assertThat(Audits.failed(report)).isEmpty();
  }

  @Test
  void aPriorWithoutItsConstantIsNamed() {
    assertNotABound(prior("lopsided", UnnormalisedPrior::new), "log p(z): stated ");
  }

  /** (2 pi)^(3/2) = 15.75. */
  @Test
  void aPriorThatDoesNotIntegrateToOneIsNamed() {
    assertNotABound(
        prior("unnormalised", UnnormalisedPriorOfTwoNoises::new), "log p(z): integrates to 15.");
  }

  @Test
  void aScaledLikelihoodIsNamed() {
    AuditReport report =
        new Audits()
            .with(Role.DECODER, new LikelihoodMaker("half", (graph, nll) -> nll.mul(0.5)))
            .audit(3, "decoder: half");

    assertNotABound(report, "reconstruction: p(x|z) sums to exp(");
  }

  @Test
  void aLikelihoodThatLooksAtTheBatchIsNamed() {
    AuditReport report =
        new Audits()
            .with(
                Role.DECODER,
                new LikelihoodMaker("mixed", (graph, nll) -> nll.mul(0.5).add(nll.sum().mul(0.5))))
            .audit(3, "decoder: mixed");

    assertNotABound(report, "reconstruction: an example's figure changes");
  }

  @Test
  void greyScaleCrossEntropyIsNotABoundThoughEverythingElseIsRight() {
    AuditReport report = new Audits().grey().audit(3);

    assertThat(Audits.failed(report)).isEmpty();
    assertThat(report.negativeElbo().sentence())
        .isEqualTo("not a bound: grey-scale cross-entropy is not a log-probability of x");
    assertThat(report.negativeElbo().remarks())
        .containsExactly("all that was measured is as stated");
  }

  @Test
  void aDensityThatNoFigureRestsOnIsRemarkedAndDoesNotCount() {
    AuditReport report = posterior(WrongDensityBesideRightKl::new);

    assertThat(report.negativeElbo().sentence()).isEqualTo("bound on log p(x)");
    assertThat(report.negativeElbo().remarks()).anyMatch(r -> r.startsWith("log q(z|x): stated"));
  }

  @Test
  void aKlThatCannotBeMeasuredIsNeverPassed() {
    AuditReport report = posterior(Opaque::new);

    assertThat(report.negativeElbo().outcome()).isEqualTo(Verdict.Outcome.UNDECIDED);
    assertThat(report.objective().outcome()).isEqualTo(Verdict.Outcome.UNDECIDED);
    assertThat(report.negativeElbo().sentence())
        .contains("undecided: ", "draws 6 random numbers for z of size 3 and states no density");
  }

  private static AuditReport posterior(Maker maker) {
    return new Audits()
        .with(Role.POSTERIOR, new Factory("wrong", maker))
        .audit(3, "posterior: wrong");
  }

  private static AuditReport prior(String name, TestParts.PriorMaker maker) {
    return new Audits()
        .with(Role.PRIOR, new PriorPublisher(name, maker))
        .audit(3, "prior: " + name);
  }

  private static void assertNotABound(AuditReport report, String reason) {
    assertThat(report.negativeElbo().outcome()).isEqualTo(Verdict.Outcome.NOT_A_BOUND);
    assertThat(report.negativeElbo().sentence()).contains("not a bound: ", reason);
    assertThat(report.objective().outcome()).isEqualTo(Verdict.Outcome.NOT_A_BOUND);
  }

  private static List<String> failedTerms(AuditReport report) {
    return Audits.failed(report).stream().map(Check::term).distinct().toList();
  }
}
