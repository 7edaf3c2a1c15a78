package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code elbow doctor --measure}: each build of the native library in a process of its own. */
class MeasureIT {
  @TempDir Path folder;

  @Test
  void theShippedNativesAreMeasuredAndWhatDoesNotLoadIsListed() throws IOException {
    Configuration.writeImages(folder);
    Distribution distribution = Distribution.withOwnPlugins();
    Path aside =
        Files.createDirectories(distribution.home().resolve("lib/backend-cpu/alternatives"));
    Files.writeString(aside.resolve("nd4j-native-1.0.0-M2.1-linux-x86_64-broken.jar"), "no jar");

    JsonNode measured =
        Elbow.in(folder, distribution)
            .run("doctor", "--measure", "--step", "images.yaml", "--json")
            .exits(0)
            .json();

    JsonNode shipped = measured.at("/measured/0");
    assertThat(shipped.path("used").asBoolean()).isTrue();
    assertThat(shipped.at("/steps/images.yaml/medianMilliseconds").asDouble()).isPositive();
    assertThat(measured.at("/measured/1/classifier").asText()).isEqualTo("linux-x86_64-broken");
    assertThat(measured.at("/measured/1/refused").asText()).isNotEmpty();
    assertThat(measured.at("/recommended/classifier")).isEqualTo(shipped.path("classifier"));
  }

  @Test
  void theShippedNativesRunOnEveryProcessorOfTheirPlatform() throws IOException {
    assertThat(Distribution.shipped().jars("lib/backend-cpu"))
        .filteredOn(
            jar -> jar.getFileName().toString().matches("nd4j-native-\\d.*-(linux|mac|win).*"))
        .singleElement()
        .satisfies(jar -> assertThat(jar.getFileName().toString()).doesNotContain("avx"));
  }

  @Test
  void aStepWithoutMeasureIsRefused() throws IOException {
    JsonNode error = Elbow.in(folder).run("doctor", "--step", "a.yaml", "--json").exits(2).json();

    assertThat(error.at("/error/id").asText()).isEqualTo("CLI-STEP");
  }
}
