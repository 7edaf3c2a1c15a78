package dev.elbow.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {

  @ParameterizedTest
  @CsvSource({
    "kitten, sitting, 3",
    "ab, ba, 1",
    "epcohs, epochs, 1",
    "'', abc, 3",
    "same, same, 0",
    "ca, abc, 3",
  })
  void distanceCountsInsertionsDeletionsReplacementsAndSwaps(String a, String b, int expected) {
    assertThat(DidYouMean.distance(a, b)).isEqualTo(expected);
    assertThat(DidYouMean.distance(b, a)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "epohcs, epochs",
    "learning_rate, learningRate",
    "LEARNINGRATE, learningRate",
    "learn, learningRate",
    "bach, batch",
  })
  void findsTheNameThatWasMeant(String given, String meant) {
    assertThat(DidYouMean.closest(given, List.of("epochs", "batch", "learningRate")))
        .contains(meant);
  }

  @Test
  void doesNotGuessWildly() {
    assertThat(DidYouMean.closest("optimizer", List.of("epochs", "batch"))).isEmpty();
    assertThat(DidYouMean.closest("x", List.of())).isEmpty();
  }
}
