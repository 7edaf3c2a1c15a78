package dev.elbow.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.elbow.cli.Output;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final Output output = new Output();

  @Test
  void pathsBelowTheWorkingFolderAreRelative() {
    Path below = Path.of("runs", "rho").toAbsolutePath();

    assertThat(output.console().show(below)).isEqualTo(Path.of("runs", "rho").toString());
    assertThat(output.console().show(Path.of("./a/../b"))).isEqualTo("b");
    assertThat(output.console().show(Path.of(""))).isEqualTo(".");
  }

  @Test
  void otherPathsAreAbsolute() {
    Path other = Path.of("").toAbsolutePath().resolveSibling("elsewhere");

    assertThat(output.console().show(other)).isEqualTo(other.toString());
  }

  @Test
  void aPlaceBelowTheWorkingFolderIsRelativeWithItsLine() {
    String place = Path.of("rho.yaml").toAbsolutePath() + ":12:3";

    assertThat(output.console().showPlace(place)).isEqualTo("rho.yaml:12:3");
    assertThat(output.console().showPlace("--set a=b")).isEqualTo("--set a=b");
  }

  @Test
  void besideJsonTextGoesToStandardError() {
    Console console = output.console(Terminal.none(), true, false);

    console.text().println("epoch 1");
    console.document(JsonNodeFactory.instance.objectNode().put("a", 1));

    assertThat(output.err()).isEqualTo("epoch 1" + System.lineSeparator());
    assertThat(output.out()).isEqualToIgnoringWhitespace("{\"a\": 1}");
  }

  @Test
  void onlyATerminalGetsColours() {
    Terminal piped = new Terminal(false, true, true, true, 80);

    assertThat(output.console(piped, false, false).paint().red("x")).isEqualTo("x");
    assertThat(output.console(piped, false, false).errPaint().red("x"))
        .isEqualTo("\u001b[1;31mx\u001b[0m");
  }
}
