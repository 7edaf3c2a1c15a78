package dev.elbow.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final Properties properties = new Properties();

  @Test
  void theStartScriptSaysWhatIsATerminal() {
    properties.setProperty("elbow.terminal", "true");
    properties.setProperty("elbow.columns", "132");

    Terminal terminal = Terminal.detect(properties, Map.of("TERM", "xterm"));

    assertThat(terminal.outLive()).isTrue();
    assertThat(terminal.errLive()).isFalse();
    assertThat(terminal.color()).isTrue();
    assertThat(terminal.columns()).isEqualTo(132);
  }

  @Test
  void noColorIsHeardWhateverItsValue() {
    assertThat(Terminal.detect(properties, Map.of("NO_COLOR", "0")).color()).isFalse();
    assertThat(Terminal.detect(properties, Map.of("NO_COLOR", "")).color()).isTrue();
  }

  @Test
  void anUnknownOrTinyWidthIsAHundred() {
    properties.setProperty("elbow.columns", "");
    assertThat(Terminal.detect(properties, Map.of()).columns()).isEqualTo(100);
    properties.setProperty("elbow.columns", "0");
    assertThat(Terminal.detect(properties, Map.of()).columns()).isEqualTo(100);
  }

  @Test
  void symbolsBeyondAsciiNeedUtf8() {
    properties.setProperty("native.encoding", "ANSI_X3.4-1968");
    assertThat(Terminal.detect(properties, Map.of()).unicode()).isFalse();
    properties.setProperty("stdout.encoding", "UTF-8");
    assertThat(Terminal.detect(properties, Map.of()).unicode()).isTrue();
  }
}
