package dev.elbow.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0 | 0:00", "7.4 | 0:07", "59.6 | 1:00", "754 | 12:34", "3723 | 1:02:03", "NaN | ?"})
  void aTimeLeftIsAClock(double seconds, String clock) {
    assertThat(Numbers.clock(seconds)).isEqualTo(clock);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"8.44 | 8.4 s", "59.94 | 1 min 0 s", "200 | 3 min 20 s", "7500 | 2 h 5 min"})
  void aTimeTakenHasItsTwoLargestUnits(double seconds, String duration) {
    assertThat(Numbers.duration(seconds)).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "251.337 | 251.34",
        "-0.5 | -0.50",
        "999999 | 999999.00",
        "1234567 | 1.235e+06",
        "0 | 0.00",
        "0.1 | 0.10",
        "0.09 | 0.09",
        "-0.00423 | -0.00423",
        "0.004 | 0.004",
        "0.00001234 | 1.23e-05",
        "NaN | NaN",
        "Infinity | Infinity"
      })
  void aFigureHasTwoDecimalsUnlessItIsLargeOrSmall(double value, String figure) {
    assertThat(Numbers.figure(value)).isEqualTo(figure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"999 | 999 B", "1000 | 1.0 kB", "29515 | 29.5 kB", "25300000000 | 25.3 GB"})
  void bytesAreInPowersOfThousand(long bytes, String text) {
    assertThat(Numbers.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "245.5586 | 0.7712 | 245.56 | 0.77",
        "11.3813 | 0.0168 | 11.381 | 0.017",
        "0.002134 | 0.000152 | 0.00213 | 0.00015",
        "3 | 0 | 3.00 | 0.00",
        "12 | NaN | 12.00 | NaN",
        "12345678 | 25.1 | 1.235e+07 | 25.10"
      })
  void aFigureHasTheDecimalsOfItsError(double value, double error, String figure, String of) {
    assertThat(Numbers.figure(value, error)).isEqualTo(figure);
    assertThat(Numbers.error(error)).isEqualTo(of);
  }

  @Test
  void numbersAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Numbers.count(60_000)).isEqualTo("60,000");
      assertThat(Numbers.figure(1.5)).isEqualTo("1.50");
    } finally {
      Locale.setDefault(before);
    }
  }
}
