package dev.elbow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elbow.cli.Output;
import dev.elbow.engine.density.CodeDensities.Found;
import dev.elbow.engine.density.CovarianceKind;
import dev.elbow.engine.density.DensityKind;
import dev.elbow.engine.density.FittedDensity;
import dev.elbow.engine.density.GaussianMixture;
import dev.elbow.engine.evaluation.Estimate;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DensityReportTest {
  private static final Path RUN = Path.of("runs", "a");

  private final Output output = new Output();

  private static DensityReport report(DensityKind kind, boolean converged, boolean kept) {
    GaussianMixture one =
        new GaussianMixture(new double[] {1}, new double[][] {{0}}, new double[][][] {{{1}}});
    FittedDensity density =
        new FittedDensity(
            kind,
            one,
            new Estimate(-12.344, 0.021),
            new Estimate(-12.5, Double.NaN),
            60_000,
            37,
            converged,
            4.14);
    return new DensityReport(RUN, new Found(density, kept));
  }

  @Test
  void aFitSaysHowItWent() {
    report(DensityKind.gaussian(), true, false).print(output.console());

    assertThat(output.out())
        .startsWith("factored Gaussian fitted to 60,000 codes in 4.1 s, 37 iterations\n")
        .containsPattern("log density, training codes +-12.344 +\\+- 0.021 +nats per example\n")
        .containsPattern("log density, test codes +-12.50 +nats per example\n");
    assertThat(output.err()).isEmpty();
  }

  @Test
  void aKeptFitSaysWhereItIsKept() {
    report(DensityKind.mixture(1, CovarianceKind.DIAGONAL), true, true).print(output.console());

    assertThat(output.out())
        .startsWith("mixture of 1, diagonal covariance as it was fitted before, in ")
        .contains(RUN.resolve("density").resolve("mixture-1-diagonal.json").toString());
  }

  @Test
  void lostComponentsAndAnEndBeforeConvergenceAreNoted() {
    report(DensityKind.mixture(3, CovarianceKind.FULL), false, false).print(output.console());

    assertThat(output.err())
        .contains("1 of 3 components are left")
        .contains("ended before it converged");
  }

  @Test
  void programsReadTheSame() {
    JsonNode json = report(DensityKind.mixture(3, CovarianceKind.FULL), true, true).json();

    assertThat(json.path("name").asText()).isEqualTo("mixture-3");
    assertThat(json.path("components").asInt()).isEqualTo(1);
    assertThat(json.path("covariance").asText()).isEqualTo("full");
    assertThat(json.path("kept").asBoolean()).isTrue();
    assertThat(json.path("train").path("value").asDouble()).isEqualTo(-12.344);
    assertThat(json.path("heldOut").path("unit").asText()).isEqualTo("nats per example");
  }
}
