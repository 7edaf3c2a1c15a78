package dev.elbow.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.benchmarks.worker.Figures;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static Figures figures(double median) {
    return new Figures(median, median - 1, median + 2, 2 * median, (long) median * 100);
  }

  private static Summary of(double... medians) {
    Map<Integer, Figures> rounds = new HashMap<>();
    for (int i = 0; i < medians.length; i++) {
      rounds.put(i, figures(medians[i]));
    }
    return Summary.of(rounds);
  }

  @Test
  void oneSlowRoundMovesNoMedian() {
    Summary summary = of(10, 500, 12);
    assertThat(summary.median()).isEqualTo(12);
    assertThat(summary.low()).isEqualTo(11);
    assertThat(summary.high()).isEqualTo(14);
    assertThat(summary.memory()).isEqualTo(1200);
  }

  @Test
  void theSpreadTellsOfIt() {
    assertThat(of(10, 500, 12).fastest()).isEqualTo(10);
    assertThat(of(10, 500, 12).slowest()).isEqualTo(500);
  }

  @Test
  void anEvenNumberOfRoundsTakesTheMeanOfTheTwoInTheMiddle() {
    assertThat(of(1, 2, 4, 100).median()).isEqualTo(3);
  }

  @Test
  void ratiosAreOfTheSameRound() {
    // twice as fast in every round, while the machine slows down
    assertThat(of(10, 20, 40).timesAsFastAs(of(20, 40, 80)).getAsDouble())
        .isCloseTo(2, within(1e-12));
  }

  @Test
  void aRoundThatOneOfTheTwoMissedHasNoRatio() {
    Summary late = Summary.of(Map.of(2, figures(5)));
    assertThat(late.timesAsFastAs(of(1, 1, 20)).getAsDouble()).isEqualTo(4);
    assertThat(late.timesAsFastAs(of(1, 1))).isEmpty();
  }

  @Test
  void noRoundIsNoSummary() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Summary.of(Map.of()))
        .withMessageContaining("at least one round");
  }
}
