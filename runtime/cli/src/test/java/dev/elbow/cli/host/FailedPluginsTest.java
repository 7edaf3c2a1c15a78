package dev.elbow.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.launcher.PluginRecord;
import dev.elbow.launcher.PluginRecord.State;
import dev.elbow.launcher.PluginSnapshot;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailedPluginsTest {
  private static final PluginRecord BROKEN =
      new PluginRecord(
          null,
          "laplace.jar",
          "1.0",
          "org.example.laplace",
          Path.of("plugins", "laplace.jar"),
          "",
          State.FAILED,
          "",
          null,
          "it needs API 2",
          "Get a newer one.");

  private static final FailedPlugins FAILED =
      new FailedPlugins(new PluginSnapshot(List.of(BROKEN), List.of()));

  @Test
  void anUnknownPluginIsExplainedByTheJarThatFailed() {
    InputException error =
        new InputException("CFG-UNKNOWN-PLUGIN", "there is no posterior named laplace", "p", "fix");

    InputException explained = FAILED.explain(error);

    assertThat(explained.id()).isEqualTo("CFG-UNKNOWN-PLUGIN");
    assertThat(explained.place()).isEqualTo("p");
    assertThat(explained.problem()).contains("laplace.jar: it needs API 2");
    assertThat(explained.fix().lines()).containsExactly("fix", "laplace.jar: Get a newer one.");
  }

  @Test
  void anUnknownPluginAmongOtherMistakesIsExplainedToo() {
    String problem = "2 problems:\n  a: unknown key\n  b: there is no prior named laplace";

    assertThat(FAILED.explain(new InputException("CFG-UNKNOWN-KEY", problem, "", "")).problem())
        .contains("it needs API 2");
  }

  @Test
  void otherErrorsStayAsTheyAre() {
    InputException error = new InputException("CFG-RANGE", "expected 1 <= x, found 0", "", "");

    assertThat(FAILED.explain(error)).isSameAs(error);
  }

  @Test
  void withoutFailedJarsThereIsNothingToAdd() {
    InputException error = new InputException("CFG-UNKNOWN-PLUGIN", "there is no", "", "");
    FailedPlugins none = new FailedPlugins(new PluginSnapshot(List.of(), List.of()));

    assertThat(none.explain(error)).isSameAs(error);
  }
}
