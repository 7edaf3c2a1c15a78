package dev.elbow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlagsTest {

  @Test
  void flagsAreFoundAnywhereBeforeTheEndOfOptions() {
    assertThat(Flags.of(List.of("train", "--json"))).isEqualTo(new Flags(true, false));
    assertThat(Flags.of(List.of("--verbose", "train"))).isEqualTo(new Flags(false, true));
    assertThat(Flags.of(List.of("train", "--", "--json"))).isEqualTo(new Flags(false, false));
  }

  @Test
  void whatIsLoggedComesFromTheInstallationBelowWhatIsSetAlready(@TempDir Path home)
      throws IOException {
    Files.createDirectory(home.resolve("conf"));
    Files.writeString(
        home.resolve("conf/simplelogger.properties"), "a.level=warn\nb.level=error\n");
    Properties properties = new Properties();
    properties.setProperty("elbow.home", home.toString());
    properties.setProperty("b.level", "debug");

    new Flags(false, false).configureLogging(properties);

    assertThat(properties).containsEntry("a.level", "warn").containsEntry("b.level", "debug");
  }

  @Test
  void verboseLogsMoreThanTheInstallationSays(@TempDir Path home) {
    Properties properties = new Properties();
    properties.setProperty("elbow.home", home.toString());

    new Flags(false, true).configureLogging(properties);

    assertThat(properties).containsEntry("org.slf4j.simpleLogger.defaultLogLevel", "debug");
  }
}
