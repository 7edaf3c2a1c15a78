package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A jar comes and goes. */
class DropInIT {
  private static final String WITH_LAPLACE =
      Configuration.TINY
          .replace("posterior: diagonal", "posterior: {type: laplace, minScale: 0.01}")
          .replace("encoder: {type: mlp, hidden: [16]}", "encoder: linear");

  private static final Map<String, String> BUNDLE_HEADERS =
      Map.of(
          "Bundle-ManifestVersion", "2",
          "Bundle-SymbolicName", "com.example.laplace",
          "Bundle-Version", "1.2.3",
          "Import-Package",
              "dev.elbow.spi;version=\"[1.0,2)\",dev.elbow.spi.option;version=\"[1.0,2)\","
                  + "org.nd4j.autodiff.samediff,org.nd4j.autodiff.samediff.ops");

  @TempDir Path folder;

  private Elbow elbow;

  /** How the outsider packed the plugin. */
  enum Packing {
    PLAIN_JAR,
    BUNDLE
  }

  @BeforeEach
  void install() throws IOException {
    elbow = Elbow.in(folder, Distribution.withOwnPlugins());
    Configuration.write(folder, "laplace.yaml", WITH_LAPLACE);
  }

  @ParameterizedTest
  @EnumSource
  void aPluginBuiltByAnOutsiderIsListedAndTrains(Packing packing) throws IOException {
    drop(packing);

    JsonNode trained = elbow.run("train", "laplace.yaml", "--out", "run", "--json").exits(0).json();

    JsonNode bound = trained.path("metrics").path("test.negativeElbo");
    assertThat(bound.path("value").asDouble()).isBetween(100.0, 800.0);
    assertThat(bound.path("bound").asBoolean()).isTrue();
    assertThat(listed()).contains("posterior laplace 1.2.3 active", "network linear 1.2.3 active");
  }

  /** Flow posterior and flow prior were built before this flow. */
  @Test
  void aFlowBuiltByAnOutsiderGoesWithOthersInPosteriorsAndPriors() throws IOException {
    drop(Packing.PLAIN_JAR);
    String flows =
        Configuration.TINY.replace(
            "posterior: diagonal",
            """
            prior: {type: flow, flows: [scale]}
              posterior:
                type: flow
                base: laplace
                flows: [{type: scale, count: 2}, {type: planar, amortised: true}, {type: iaf, hidden: [8]}]\
            """);
    Configuration.write(folder, "flows.yaml", flows);

    JsonNode trained = elbow.run("train", "flows.yaml", "--out", "run", "--json").exits(0).json();

    JsonNode bound = trained.path("metrics").path("test.negativeElbo");
    assertThat(bound.path("value").asDouble()).isBetween(100.0, 800.0);
    assertThat(bound.path("bound").asBoolean()).isTrue();
    JsonNode audit = elbow.run("audit", "run", "--examples", "32", "--json").exits(0).json();
    assertThat(audit.toString()).contains("posterior/flow-1 scale").doesNotContain("\"failed\"");
  }

  @Test
  void aPluginThatWasTakenAwayIsGoneAndTheErrorNamesThoseThatExist() throws IOException {
    drop(Packing.PLAIN_JAR);
    assertThat(listed()).contains("posterior laplace 1.2.3 active");

    Files.delete(elbow.distribution().plugins().resolve("laplace.jar"));

    assertThat(listed()).noneMatch(plugin -> plugin.contains("posterior laplace"));
    Result refused = elbow.run("train", "laplace.yaml", "--out", "run").exits(2);
    assertThat(refused.err())
        .contains("CFG-UNKNOWN-PLUGIN", "laplace.yaml:8:", "laplace", "ar1, diagonal");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  private void drop(Packing packing) throws IOException {
    Path target = elbow.distribution().plugins().resolve("laplace.jar");
    if (packing == Packing.PLAIN_JAR) {
      Files.copy(Distribution.outsiderJar(), target);
    } else {
      Jars.withManifest(Distribution.outsiderJar(), BUNDLE_HEADERS, target);
    }
  }

  /** {@code role name version state} of each. */
  private List<String> listed() throws IOException {
    JsonNode plugins = elbow.run("plugins", "--json").exits(0).json();
    return StreamSupport.stream(plugins.spliterator(), false).map(DropInIT::line).toList();
  }

  private static String line(JsonNode plugin) {
    return String.join(
        " ",
        plugin.path("role").asText(),
        plugin.path("name").asText(),
        plugin.path("version").asText(),
        plugin.path("state").asText());
  }
}
