package dev.elbow.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    Table table = new Table(0).row("a", "bb", "c").row("aaa", "b", "c");

    assertThat(table.lines(80)).containsExactly("a    bb  c", "aaa  b   c");
  }

  @Test
  void aColumnCanBeFlushRight() {
    Table table = new Table(2).right(1).row("x", "1.5", "m").row("x", "10.5", "");

    assertThat(table.lines(80)).containsExactly("  x   1.5  m", "  x  10.5");
  }

  @Test
  void theLastColumnIsWrappedBelowItself() {
    Table table = new Table(0).row("name", "one two three four five six seven");

    assertThat(table.lines(30)).containsExactly("name  one two three four five", "      six seven");
  }

  @Test
  void aWordLongerThanTheLineIsNotBroken() {
    assertThat(Table.wrap("a http://example.org/long b", 10))
        .containsExactly("a", "http://example.org/long", "b");
  }

  @Test
  void aTableWithoutRowsHasNoLines() {
    assertThat(new Table(0).lines(80)).isEmpty();
  }
}
