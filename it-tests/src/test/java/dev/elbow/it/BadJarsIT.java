package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.elbow.it.plugin.ThrowingFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad jars beside a good one: each is listed with reason and fix, and stops no other. */
class BadJarsIT {
  @TempDir static Path folder;

  private static Elbow elbow;
  private static Result result;

  @BeforeAll
  static void dropThemAll() throws IOException {
    Distribution distribution = Distribution.withOwnPlugins();
    elbow = Elbow.in(folder, distribution);
    Path plugins = distribution.plugins();
    Files.copy(Distribution.outsiderJar(), plugins.resolve("good.jar"));
    Files.writeString(plugins.resolve("text.jar"), "This is no jar.\n");
    Jars.withManifest(
        Distribution.outsiderJar(),
        Map.of(
            "Bundle-ManifestVersion", "2",
            "Bundle-SymbolicName", "com.example.future",
            "Import-Package", "dev.elbow.spi;version=\"[2,3)\""),
        plugins.resolve("future.jar"));
    Jars.withManifest(
        distribution.bundle("elbow-posterior-ar1"),
        Map.of("Bundle-SymbolicName", "com.example.copy"),
        plugins.resolve("duplicate.jar"));
    Jars.plugin(
        ThrowingFactory.class, "dev.elbow.spi.NetworkFactory", plugins.resolve("throwing.jar"));
    result = elbow.run("plugins", "--json").exits(0);
  }

  @ParameterizedTest
  @CsvSource({
    "text.jar,      not a jar,                Copy it again",
    "future.jar,    'needs Elbow API [2.0',   newer Elbow",
    "duplicate.jar, published already by,     Remove one",
    "throwing.jar,  no licence was found,     plugin's author"
  })
  void aBadJarIsListedWithReasonAndFix(String jar, String reason, String fix) {
    assertThat(result.json())
        .filteredOn(plugin -> plugin.toString().contains(jar))
        .singleElement()
        .satisfies(
            plugin -> {
              assertThat(plugin.path("state").asText()).isEqualTo("failed");
              assertThat(plugin.path("reason").asText()).contains(reason);
              assertThat(plugin.path("fix").asText()).contains(fix);
            });
  }

  @Test
  void theGoodOnesAreActive() {
    assertThat(
            StreamSupport.stream(result.json().spliterator(), false)
                .filter(plugin -> plugin.path("state").asText().equals("active"))
                .map(BadJarsIT::name))
        .contains("posterior laplace", "network linear", "posterior ar1", "network mlp")
        .doesNotHaveDuplicates();
  }

  @Test
  void trainingStillWorks() throws IOException {
    Configuration.write(folder, "laplace.yaml", Configuration.TINY.replace("diagonal", "laplace"));

    JsonNode trained = elbow.run("train", "laplace.yaml", "--out", "run", "--json").exits(0).json();

    assertThat(trained.path("metrics").has("test.negativeElbo")).isTrue();
  }

  @Test
  void doctorCountsThemAsAProblem() throws IOException {
    JsonNode doctor = elbow.run("doctor", "--json").json();

    assertThat(doctor.path("status").asText()).isNotEqualTo("ok");
    assertThat(doctor.toString()).contains("4 failed");
  }

  private static String name(JsonNode plugin) {
    return plugin.path("role").asText() + " " + plugin.path("name").asText();
  }
}
