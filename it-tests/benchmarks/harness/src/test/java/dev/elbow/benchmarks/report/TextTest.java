package dev.elbow.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.benchmarks.cases.Case;
import dev.elbow.benchmarks.cases.Cases;
import dev.elbow.benchmarks.worker.Agreement;
import dev.elbow.benchmarks.worker.Figures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTest {
  private static final Case A = Cases.standard().get(0);

  private static Results results() {
    Results results = new Results();
    results.add(A, Peer.ELBOW, 0, new Figures(8, 7, 9, 15, 300_000_000));
    results.add(A, Peer.SAMEDIFF, 0, new Figures(20, 19, 21, 40, 800_000_000));
    results.add(A, Peer.LIBTORCH, 0, new Figures(12, 11, 13, 20, 400_000_000));
    return results;
  }

  @Test
  void aRowTellsThroughputAndBothRatios() {
    assertThat(Text.comparison(List.of(A), results()).lines().skip(2).findFirst().orElseThrow())
        .contains("a: MLP 784-500-500-20", "elbow", "8.00", "7.00 to 9.00", "300 MB")
        .contains("16,000", " 1.50 ", " 2.50 ");
  }

  @Test
  void whatWasNotMeasuredHasNoRow() {
    assertThat(Text.comparison(List.of(A), results())).doesNotContain("dl4j", "floor");
  }

  @Test
  void growthSetsElbowBesideLibtorch() {
    assertThat(Text.growth(List.of(A), results()))
        .contains("8.00", "12.0", "1.50", "300 MB", "400 MB");
  }

  @Test
  void aDifferenceIsMarked() {
    Results results = results();
    results.addCheck(A, Peer.LIBTORCH, new Agreement("loss", 2, 3, 0.5, "loss", 1e-5));
    assertThat(Text.checks(results)).contains("libtorch", "5.0e-01 DIFFERS");
  }

  @Test
  void theDocumentKeepsEveryRound() {
    assertThat(Document.json(Map.of("cpu", "any"), List.of(A), results()))
        .contains("\"cpu\" : \"any\"", "\"elbow\"", "\"rounds\"", "\"median\" : 8.0");
  }
}
