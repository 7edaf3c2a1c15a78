package dev.elbow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.cli.output.Terminal;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ErrorReportTest {
  private final Output output = new Output();
  private final ErrorReport report = new ErrorReport(output.console());

  @Test
  void anErrorHasIdPlaceProblemAndFix() {
    String place = Path.of("rho.yaml").toAbsolutePath() + ":12:3";

    int code = report.report(new InputException("CFG-X", "one\ntwo", place, "do this\nor that"));

    assertThat(code).isEqualTo(2);
    assertThat(output.err().lines())
        .containsExactly(
            "error CFG-X  rho.yaml:12:3", "  one", "  two", "fix: do this", "     or that");
  }

  @Test
  void aFailureEndsWithOne() {
    assertThat(report.report(new FailureException("RUN-DISK", "full", "", "free some")))
        .isEqualTo(1);
  }

  @Test
  void anUnexpectedErrorIsShortWithoutStackTrace() {
    assertThat(report.report(new IllegalStateException("oops"))).isEqualTo(1);
    assertThat(output.err())
        .startsWith("error UNEXPECTED")
        .contains("java.lang.IllegalStateException: oops", "--verbose")
        .doesNotContain("\tat ");
  }

  @Test
  void verboseAddsTheStackTrace() {
    new ErrorReport(output.console(Terminal.none(), false, true))
        .report(new IllegalStateException("oops"));

    assertThat(output.err()).contains("\tat " + getClass().getName());
  }

  @Test
  void tooLittleMemorySaysHowToRaiseIt() {
    assertThat(report.report(new OutOfMemoryError("Java heap space"))).isEqualTo(1);
    assertThat(output.err()).contains("error MEMORY", "ELBOW_JAVA_OPTS=-Xmx4g");
  }

  @Test
  void onATerminalTheErrorIsColoured() {
    Terminal terminal = new Terminal(true, true, true, true, 80);
    new ErrorReport(output.console(terminal, false, false))
        .report(new InputException("A", "b", "", "c"));

    assertThat(output.err()).startsWith("\u001b[1;31merror\u001b[0m \u001b[1mA\u001b[0m");
  }
}
