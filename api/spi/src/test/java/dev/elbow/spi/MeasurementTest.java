package dev.elbow.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeasurementTest {

  @Test
  void theErrorOfAMeanIsTheSampleDeviationOverTheRootOfTheCount() {
    Measurement mean = Measurement.mean("x", new double[] {1, 2, 3, 6}, "nats");

    assertThat(mean.value()).isEqualTo(3);
    // squares 4 + 1 + 0 + 9 = 14; 14 / 3 / 4 = 7 / 6
    assertThat(mean.standardError().getAsDouble()).isCloseTo(Math.sqrt(7 / 6.0), within(1e-12));
    assertThat(mean.interval().get().low())
        .isCloseTo(3 - 1.959964 * Math.sqrt(7 / 6.0), within(1e-12));
  }

  @Test
  void oneExampleSaysNothingOfItsError() {
    assertThat(Measurement.mean("x", new double[] {1}, "nats").standardError()).isEmpty();
  }

  @Test
  void settingsKeepTheirOrder() {
    Measurement one = Measurement.of("x", 1, "1").withSetting("b", 2).withSetting("a", "c");

    assertThat(one.settings().keySet()).containsExactly("b", "a");
    assertThat(one.settings()).containsEntry("b", "2");
  }

  @Test
  void numbersAmongTheSettingsAreKeptToSixDigits() {
    Measurement one =
        Measurement.of("x", 1, "1")
            .withSetting("third", 1 / 3.0)
            .withSetting("tenThousand", 1e4)
            .withSetting("count", 12345678);

    assertThat(one.settings())
        .containsEntry("third", "0.333333")
        .containsEntry("tenThousand", "10000")
        .containsEntry("count", "12345678");
  }
}
