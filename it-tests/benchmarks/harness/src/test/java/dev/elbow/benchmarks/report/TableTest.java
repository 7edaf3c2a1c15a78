package dev.elbow.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void theSourceIsAligned() {
    Table table = new Table("case", "ms");
    table.row(List.of("a", "10.5"));
    table.row(List.of("longer", "7"));
    assertThat(table)
        .hasToString(
            """
            | case   | ms   |
            |--------|------|
            | a      | 10.5 |
            | longer | 7    |
            """);
  }

  @Test
  void aRowHasAsManyCellsAsTheHeader() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Table("one").row(List.of("1", "2")))
        .withMessage("expected 1 cells, found 2");
  }

  @Test
  void numbersHaveThreeDigits() {
    assertThat(List.of(1.234, 12.34, 123.4, 12345.6).stream().map(Text::number))
        .containsExactly("1.23", "12.3", "123", "12,346");
  }
}
