package dev.elbow.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordsTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "runs/rho-1, runs/rho-1",
        "runs/größe, runs/größe",
        "my runs/rho, 'my runs/rho'",
        "it's, 'it'\\''s'",
        "a$b, 'a$b'",
        "\"\", ''"
      })
  void aWordIsQuotedIfAShellWouldChangeIt(String text, String quoted) {
    assertThat(ShellWords.quote(text)).isEqualTo(quoted);
  }
}
