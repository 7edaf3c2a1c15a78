package dev.elbow.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.cli.measure.Candidate.Blas;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RecommendationTest {
  private static final Path FOLDER = Path.of("backend-cpu");

  private static Candidate candidate(String classifier, boolean used) {
    Path folder = used ? FOLDER : FOLDER.resolve(Natives.ALTERNATIVES);
    Natives natives = new Natives(classifier, folder.resolve(classifier + ".jar"), used);
    return new Candidate(natives, Blas.OPENBLAS, used, List.of(natives.jar()));
  }

  private static Measured measured(Candidate candidate, double... low) {
    return Measured.of(
        candidate,
        DoubleStream.of(low).mapToObj(ms -> new StepFigures(2 * ms, ms, 3 * ms, ms)).toList());
  }

  private static List<String> advice(Measured... all) {
    return new Measurements(FOLDER, List.of("mlp", "conv"), List.of(all)).advice();
  }

  @Test
  void theCostIsTheGeometricMeanOverTheSteps() {
    assertThat(Recommendation.cost(measured(candidate("a", true), 10, 1000)))
        .isCloseTo(100, within(1e-9));
  }

  @Test
  void theFastestGoesFirst() {
    Candidate plain = candidate("linux-x86_64", true);
    Candidate onednn = candidate("linux-x86_64-onednn", false);

    assertThat(Recommendation.of(List.of(measured(plain, 20, 500), measured(onednn, 20, 130))))
        .contains(onednn);
  }

  @Test
  void whatIsInUseStaysIfNoOtherIsATenthFaster() {
    Candidate used = candidate("linux-x86_64-avx2", true);
    Candidate other = candidate("linux-x86_64", false);

    assertThat(Recommendation.of(List.of(measured(used, 10.5, 100), measured(other, 10, 100))))
        .contains(used);
  }

  @Test
  void ofTwoThatAreAsGoodTheOneThatRunsEverywhereGoesFirst() {
    Candidate slow = candidate("linux-x86_64", true);
    Candidate wide = candidate("linux-x86_64-onednn-avx512", false);
    Candidate portable = candidate("linux-x86_64-onednn", false);

    assertThat(
            Recommendation.of(
                List.of(measured(slow, 100), measured(wide, 10), measured(portable, 10.5))))
        .contains(portable);
  }

  @Test
  void theRefusedAreNoChoice() {
    Candidate used = candidate("linux-x86_64", true);
    Measured refused = Measured.refused(candidate("linux-x86_64-avx512", false), "no avx512f");

    assertThat(Recommendation.of(List.of(refused))).isEmpty();
    assertThat(Recommendation.of(List.of(refused, measured(used, 10)))).contains(used);
  }

  @Test
  void theAdviceNamesTheJarsToMove() {
    List<String> advice =
        advice(
            measured(candidate("linux-x86_64", true), 20, 500),
            measured(candidate("linux-x86_64-onednn", false), 20, 130));

    assertThat(advice.get(0)).isEqualTo("Use linux-x86_64-onednn, OpenBLAS:");
    assertThat(advice.get(1)).contains("move", "linux-x86_64.jar into", "alternatives");
    assertThat(advice.get(2)).contains("linux-x86_64-onednn.jar into backend-cpu");
    assertThat(advice.get(3)).contains("-Delbow.native=linux-x86_64-onednn");
  }

  @Test
  void withNothingToCompareTheAdviceSaysWhereToPutMore() {
    assertThat(advice(measured(candidate("linux-x86_64", true), 20, 500)))
        .hasSize(2)
        .last()
        .asString()
        .contains("alternatives");
  }

  @Test
  void theTableAndTheDocumentHaveEveryCandidate() {
    Measurements measurements =
        new Measurements(
            FOLDER,
            List.of("mlp", "conv"),
            List.of(
                measured(candidate("linux-x86_64", true), 20, 500),
                Measured.refused(candidate("linux-x86_64-avx512", false), "no avx512f")));

    assertThat(measurements.table().lines(200)).hasSize(3).last().asString().contains("avx512f");
    assertThat(measurements.toJson().at("/measured/0/steps/conv/medianMilliseconds").asDouble())
        .isEqualTo(1000);
    assertThat(measurements.toJson().at("/measured/1/refused").asText()).contains("avx512f");
    assertThat(measurements.toJson().at("/recommended/classifier").asText())
        .isEqualTo("linux-x86_64");
  }
}
