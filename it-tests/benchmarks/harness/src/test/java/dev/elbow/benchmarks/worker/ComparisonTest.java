package dev.elbow.benchmarks.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void equalArraysAgree() {
    Agreement agreement = Comparison.array("codes", new float[] {3, 4}, new float[] {3, 4});
    assertThat(agreement.holds()).isTrue();
    assertThat(agreement.expected()).isEqualTo(5);
  }

  @Test
  void theErrorIsTheNormOfTheDifferenceInUnitsOfTheReference() {
    Agreement agreement = Comparison.array("codes", new float[] {3, 4}, new float[] {3, 5});
    assertThat(agreement.error()).isCloseTo(0.2, within(1e-12));
    assertThat(agreement.holds()).isFalse();
  }

  @Test
  void theWorstArrayIsNamed() {
    Agreement agreement =
        Comparison.arrays(
            "gradients",
            Map.of("near", new float[] {1}, "far", new float[] {1}),
            Map.of("near", new float[] {1.01f}, "far", new float[] {2}));
    assertThat(agreement.worst()).isEqualTo("far");
  }

  @Test
  void roundingInAnArrayThatHardlyCountsIsNoDifference() {
    Agreement agreement =
        Comparison.arrays(
            "gradients",
            Map.of("large", new float[] {1000}, "tiny", new float[] {0}),
            Map.of("large", new float[] {1000}, "tiny", new float[] {1e-6f}));
    assertThat(agreement.holds()).isTrue();
  }

  @Test
  void whatIsNotANumberDiffers() {
    assertThat(Comparison.array("codes", new float[] {1}, new float[] {Float.NaN}).holds())
        .isFalse();
  }

  @Test
  void aMissingArrayIsAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Comparison.arrays("gradients", Map.of("w", new float[] {1}), Map.of()))
        .withMessage("expected the arrays [w], found []");
  }
}
