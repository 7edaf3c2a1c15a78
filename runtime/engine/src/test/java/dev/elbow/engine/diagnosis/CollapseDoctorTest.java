package dev.elbow.engine.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CollapseDoctorTest {
  private static final Patient VAE = new Patient(20, true);

  private static Vitals vitals(int active, double sigma, double scale, double gradient) {
    return new Vitals(
        OptionalInt.of(active),
        OptionalDouble.of(active * 1.5),
        OptionalDouble.of(sigma),
        scale,
        OptionalDouble.empty(),
        gradient);
  }

  private static Vitals healthy() {
    return vitals(20, 0.9, 1, 10);
  }

  private static List<Finding> examine(Patient patient, Vitals... epochs) {
    CollapseDoctor doctor = new CollapseDoctor(patient, List.of());
    return Stream.of(epochs).flatMap(v -> doctor.examine(v).stream()).toList();
  }

  @Test
  void aHealthyTrainingHearsNothing() {
    assertThat(examine(VAE, healthy(), healthy(), healthy(), healthy())).isEmpty();
  }

  @Test
  void noActiveUnitIsPosteriorCollapseAndIsSaidOnce() {
    List<Finding> findings = examine(VAE, vitals(0, 1, 0, 1), vitals(0, 1, 0, 1));

    assertThat(findings)
        .extracting(Finding::condition)
        .containsExactly(Condition.POSTERIOR_COLLAPSE);
    assertThat(findings.get(0).text())
        .startsWith("posterior collapse: none of 20 dimensions is active")
        .contains("warm-up", "freeBits", "info-vae")
        .doesNotContain("\n");
  }

  @Test
  void aRecoveryIsSaidToo() {
    List<Finding> findings = examine(VAE, vitals(0, 1, 0, 1), healthy());

    assertThat(findings).extracting(Finding::over).containsExactly(false, true);
  }

  @Test
  void aQuarterOfTheDimensionsDeadForThreeEpochsIsSaid() {
    assertThat(examine(VAE, vitals(15, 1, 1, 1), vitals(15, 1, 1, 1))).isEmpty();
    List<Finding> findings =
        examine(VAE, vitals(15, 1, 1, 1), vitals(15, 1, 1, 1), vitals(15, 1, 1, 1));

    assertThat(findings).extracting(Finding::condition).containsExactly(Condition.DEAD_UNITS);
    assertThat(findings.get(0).text()).contains("5 of 20", "model.latent=15");
  }

  @Test
  void fewerThanAQuarterAreNot() {
    Vitals sixteen = vitals(16, 1, 1, 1);
    assertThat(examine(VAE, sixteen, sixteen, sixteen, sixteen)).isEmpty();
  }

  @Test
  void aPosteriorFarWiderThanThePriorIsSaid() {
    assertThat(examine(VAE, vitals(20, 5.5, 1, 1)))
        .extracting(Finding::condition)
        .containsExactly(Condition.EXPLODING_SIGMA);
  }

  @Test
  void aDecoderWhoseSigmaSpansAllPixelsIsSaid() {
    Vitals wide =
        new Vitals(
            OptionalInt.of(20),
            OptionalDouble.of(9),
            OptionalDouble.of(1),
            1,
            OptionalDouble.of(1.5),
            1);
    assertThat(examine(VAE, wide).get(0).text()).contains("1.50");
  }

  @Test
  void codesFarOutsideThePriorAreSaidUnlessNothingDrawsThemThere() {
    assertThat(examine(VAE, vitals(20, 1, 25, 1)))
        .extracting(Finding::condition)
        .containsExactly(Condition.LATENT_EXPLOSION);
    assertThat(examine(new Patient(20, false), vitals(20, 1, 25, 1))).isEmpty();
  }

  @Test
  void aGradientAHundredTimesTheMedianIsSaid() {
    List<Finding> findings = examine(VAE, healthy(), healthy(), healthy(), vitals(20, 1, 1, 1001));

    assertThat(findings)
        .extracting(Finding::condition)
        .containsExactly(Condition.EXPLODING_GRADIENT);
  }

  @Test
  void aResumedTrainingDoesNotHearTheSameAgain() {
    Vitals collapsed = vitals(0, 1, 0, 1);
    assertThat(new CollapseDoctor(VAE, List.of(collapsed)).examine(collapsed)).isEmpty();
  }

  @Test
  void vitalsAreReadAsTheyWereWritten() {
    Vitals some = vitals(3, 0.5, 2, 7);
    assertThat(Vitals.of(some.toJson())).isEqualTo(some);
    Vitals none =
        new Vitals(
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            2,
            OptionalDouble.empty(),
            7);
    assertThat(Vitals.of(none.toJson())).isEqualTo(none);
  }
}
