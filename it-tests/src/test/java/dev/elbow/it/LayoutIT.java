package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the zip holds. */
class LayoutIT {
  private final Path home = Distribution.shipped().home();

  @TempDir Path folder;

  @Test
  void holdsWhatTheReadmeSays() {
    for (String name : List.of("LICENSE", "bin", "conf", "lib", "bundles", "plugins", "examples")) {
      assertThat(home.resolve(name)).exists();
    }
    assertThat(home.resolve("lib").resolve("backend-cpu")).isDirectory();
  }

  @Test
  void startsOnPosixAndOnWindows() throws IOException {
    assertThat(home.resolve("bin").resolve("elbow")).isExecutable();
    assertThat(Files.readString(home.resolve("bin").resolve("elbow.bat"))).contains("\r\n");
  }

  @Test
  void startsThroughASymbolicLink() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("elbow"), home.resolve("bin/elbow"));

    Process version = new ProcessBuilder(link.toString(), "--version").start();

    assertThat(version.inputReader().readLine()).isEqualTo("elbow " + Distribution.version());
  }

  @Test
  void comesWithoutDroppedInPlugins() throws IOException {
    assertThat(Distribution.shipped().jars("plugins")).isEmpty();
  }

  /** A mistake of our own must be the only one that is found. */
  @ParameterizedTest
  @MethodSource
  void everyExampleIsAValidConfiguration(Path example) throws IOException {
    JsonNode error =
        Elbow.in(folder)
            .run("train", example.toString(), "--set", "training.epochs=0", "--json")
            .exits(2)
            .json()
            .path("error");

    assertThat(error.path("id").asText()).isEqualTo("CFG-RANGE");
    assertThat(error.path("problem").asText()).startsWith("training.epochs").doesNotContain("\n");
  }

  static List<Path> everyExampleIsAValidConfiguration() throws IOException {
    try (Stream<Path> files = Files.list(Distribution.shipped().home().resolve("examples"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
