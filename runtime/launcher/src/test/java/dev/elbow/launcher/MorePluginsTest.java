package dev.elbow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.launcher.fixture.Alpha;
import dev.elbow.launcher.fixture.FixturePrior;
import dev.elbow.spi.InputException;
import dev.elbow.spi.PriorFactory;
import dev.elbow.spi.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that one process is given beside the installed ones. */
class MorePluginsTest {
  @TempDir private Path root;
  private Installation elbow;
  private Path elsewhere;

  @BeforeEach
  void unpack() throws Exception {
    elbow = Installation.in(root.resolve("elbow"));
    elsewhere = Files.createDirectories(root.resolve("elsewhere"));
    TestJar.plain()
        .classes(FixturePrior.class)
        .service(PriorFactory.class, Alpha.class)
        .write(elsewhere, "alpha.jar");
  }

  private PluginSnapshot start(Path... more) {
    try (PluginPlatform platform =
        PluginPlatform.start(elbow.bundles(), elbow.plugins(), List.of(more))) {
      return platform.snapshot();
    }
  }

  @Test
  void aJarThatIsNamedIsThere() {
    assertThat(start(elsewhere.resolve("alpha.jar")).factories(Role.PRIOR))
        .containsOnlyKeys("alpha");
  }

  @Test
  void soAreTheJarsOfAFolder() {
    assertThat(start(elsewhere).factories(Role.PRIOR)).containsOnlyKeys("alpha");
  }

  @Test
  void othersDoNotSeeIt() {
    assertThat(start().active()).isEmpty();
  }

  @Test
  void aPathThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> start(elsewhere.resolve("beta.jar")))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.id()).isEqualTo("PLUGIN-NOT-THERE"));
  }
}
