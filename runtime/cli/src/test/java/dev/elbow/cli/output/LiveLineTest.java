package dev.elbow.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.cli.Output;
import org.junit.jupiter.api.Test;

class LiveLineTest {
  private final Output output = new Output();
  private final Terminal narrow = new Terminal(true, true, true, true, 40);

  @Test
  void withoutATerminalOnlySettledLinesAppear() {
    LiveLine line = new LiveLine(output.console());

    assertThat(line.isDue()).isFalse();
    line.show("half");
    line.settle("whole");

    assertThat(output.out()).isEqualTo("whole" + System.lineSeparator());
  }

  @Test
  void aShorterLineCoversALongerOne() {
    LiveLine line = new LiveLine(output.console(narrow, false, false));

    line.show("12345");
    line.settle("123");

    assertThat(output.out()).isEqualTo("\r12345\r123  " + System.lineSeparator());
  }

  @Test
  void aLineIsCutToTheTerminalAndColoursDoNotCount() {
    LiveLine line = new LiveLine(output.console(narrow, false, false));

    line.show("\u001b[32m" + "x".repeat(50) + "\u001b[0m");

    assertThat(output.out()).isEqualTo("\r\u001b[32m" + "x".repeat(39) + "\u001b[0m");
  }

  @Test
  void aLineThatWasJustShownIsNotDue() {
    LiveLine line = new LiveLine(output.console(narrow, false, false));

    assertThat(line.isDue()).isTrue();
    line.show("now");
    assertThat(line.isDue()).isFalse();
  }
}
