package dev.elbow.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class InstallationTest {
  private static Installation locate(Map<String, String> environment) {
    Properties properties = new Properties();
    properties.setProperty(Installation.PROPERTY, "home");
    return Installation.locate(properties, environment);
  }

  @Test
  void pluginsOfOneProcessComeFromTheEnvironment() {
    String named = "a.jar" + File.pathSeparator + File.pathSeparator + "folder";

    assertThat(locate(Map.of(Installation.PLUGINS, named)).more())
        .containsExactly(Path.of("a.jar"), Path.of("folder"));
    assertThat(locate(Map.of()).more()).isEmpty();
  }

  @Test
  void anExperimentAddsItsOwnEachOnce() {
    Installation installation = new Installation(Path.of("home"), List.of(Path.of("a.jar")));

    assertThat(installation.with(List.of(Path.of("b.jar"), Path.of("a.jar"))).more())
        .containsExactly(Path.of("a.jar"), Path.of("b.jar"));
  }
}
