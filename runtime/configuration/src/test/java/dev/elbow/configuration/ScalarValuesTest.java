package dev.elbow.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarValuesTest {
  private static final Place HERE = Place.of("here");
  private static final ValueType.Choice ACTIVATION = new ValueType.Choice(Example.Activation.class);

  private static Object read(ValueType.Scalar type, String text) throws ValueFault {
    return ScalarValues.read(type, ScalarNode.plain(text, HERE), Bounds.ANY);
  }

  private static ValueFault fault(ValueType.Scalar type, String text) {
    return catchThrowableOfType(ValueFault.class, () -> read(type, text));
  }

  private static String normalised(ValueType.Scalar type, String text) throws ValueFault {
    ScalarNode node = ScalarNode.plain(text, HERE);
    return ScalarValues.normalise(type, node, read(type, text)).text();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-5, -5",
    "+5, 5",
    "1_000, 1000",
    "1_000_000, 1000000",
    "007, 7",
    "0x1F, 31",
    "0o17, 15",
    "2147483647, 2147483647",
    "-2147483648, -2147483648",
  })
  void wholeNumbers(String text, int expected) throws ValueFault {
    assertThat(read(ValueType.Basic.INT, text)).isEqualTo(expected);
    assertThat(read(ValueType.Basic.LONG, text)).isEqualTo((long) expected);
    assertThat(normalised(ValueType.Basic.INT, text)).isEqualTo(Integer.toString(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.0", "5e3", "abc", "1__0", "_1", "1_", "5 ", "1,000", ".nan", "true"})
  void notWholeNumbers(String text) {
    ValueFault e = fault(ValueType.Basic.INT, text);

    assertThat(e.id()).isEqualTo("CFG-TYPE");
    assertThat(e).hasMessage("expected a whole number, found \"" + text + "\"");
  }

  @Test
  void wholeNumbersThatOverflowAreRefused() {
    assertThat(fault(ValueType.Basic.INT, "2147483648"))
        .hasMessage("expected a whole number from -2147483648 to 2147483647, found 2147483648");
    assertThat(fault(ValueType.Basic.LONG, "9223372036854775808").id()).isEqualTo("CFG-RANGE");
    assertThat(fault(ValueType.Basic.LONG, "9".repeat(400)).id()).isEqualTo("CFG-RANGE");
  }

  @ParameterizedTest
  @CsvSource({
    "1e-3, 0.001",
    "1.0e-3, 0.001",
    "1_000, 1000",
    "1_000.5, 1000.5",
    ".5, 0.5",
    "5., 5",
    "-2, -2",
    "+1E+2, 100",
    "0x10, 16",
    "0.0, 0",
    "0e5, 0",
  })
  void numbers(String text, double expected) throws ValueFault {
    assertThat(read(ValueType.Basic.DOUBLE, text)).isEqualTo(expected);
    assertThat(Double.parseDouble(normalised(ValueType.Basic.DOUBLE, text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {".nan", ".NaN", "NaN", ".inf", "-.Inf", "Infinity"})
  void notFiniteNumbers(String text) {
    assertThat(fault(ValueType.Basic.DOUBLE, text))
        .hasMessage("expected a finite number, found \"" + text + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fast", "1d", "0x1p3", "1e", ".", "1,5"})
  void notNumbers(String text) {
    assertThat(fault(ValueType.Basic.DOUBLE, text))
        .hasMessage("expected a number, found \"" + text + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "-1e999", "1e-999"})
  void numbersBeyondDoubleAreRefused(String text) {
    assertThat(fault(ValueType.Basic.DOUBLE, text).id()).isEqualTo("CFG-RANGE");
  }

  @Test
  void quotedNumbersAreTexts() {
    ValueFault e =
        catchThrowableOfType(
            ValueFault.class,
            () ->
                ScalarValues.read(
                    ValueType.Basic.INT, new ScalarNode("5", true, HERE), Bounds.ANY));

    assertThat(e).hasMessage("expected a whole number, found the quoted text \"5\"");
    assertThat(e.fix()).isEqualTo("Remove the quotes.");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "True, true", "FALSE, false"})
  void truth(String text, boolean expected) throws ValueFault {
    assertThat(read(ValueType.Basic.BOOLEAN, text)).isEqualTo(expected);
    assertThat(normalised(ValueType.Basic.BOOLEAN, text)).isEqualTo(Boolean.toString(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "on", "1", "tRuE"})
  void notTruth(String text) {
    assertThat(fault(ValueType.Basic.BOOLEAN, text).id()).isEqualTo("CFG-TYPE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"leaky-relu", "LEAKY_RELU", "Leaky-ReLU", "leaky_relu"})
  void enumConstantsInAnyCase(String text) throws ValueFault {
    assertThat(read(ACTIVATION, text)).isEqualTo(Example.Activation.LEAKY_RELU);
    assertThat(normalised(ACTIVATION, text)).isEqualTo("leaky-relu");
  }

  @Test
  void unknownConstantGetsAHint() {
    ValueFault e = fault(ACTIVATION, "rleu");

    assertThat(e.id()).isEqualTo("CFG-ENUM");
    assertThat(e).hasMessage("expected one of relu, leaky-relu, found \"rleu\"");
    assertThat(e.fix()).isEqualTo("Did you mean relu?");
  }

  @Test
  void textsAndPathsAreTakenAsTheyStand() throws ValueFault {
    assertThat(read(ValueType.Basic.TEXT, "1_000")).isEqualTo("1_000");
    assertThat(read(ValueType.Basic.PATH, "data/x.bin")).isEqualTo(Path.of("data", "x.bin"));
    assertThat(fault(ValueType.Basic.PATH, "a\0b").id()).isEqualTo("CFG-TYPE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0    | true  | 1        | false | 0 < x <= 1",
        "-0.5 | false | 0.5      | true  | -0.5 <= x < 0.5",
        "1    | false | Infinity | false | x >= 1",
        "0    | true  | Infinity | false | x > 0",
        "-Infinity | false | 1e-7 | true | x < 1.0E-7",
      })
  void boundsAreWrittenAsInequalities(
      double min, boolean minExclusive, double max, boolean maxExclusive, String words) {
    assertThat(new Bounds(min, minExclusive, max, maxExclusive).describe()).isEqualTo(words);
  }

  @Test
  void boundsHoldAtTheirEnds() throws ValueFault {
    Bounds halfOpen = new Bounds(0, true, 1, false);

    assertThat(halfOpen.contains(1)).isTrue();
    assertThat(halfOpen.contains(0)).isFalse();
    assertThat(halfOpen.contains(Double.NaN)).isFalse();
    assertThat(Bounds.ANY.describe()).isEmpty();
  }
}
