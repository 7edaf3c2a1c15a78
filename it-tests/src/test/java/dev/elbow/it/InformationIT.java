package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that need no run. */
class InformationIT {
  @TempDir Path folder;

  @Test
  void pluginsListsTheBundledOnesWithRoleVersionAndState() throws IOException {
    JsonNode plugins = Elbow.in(folder).run("plugins", "--json").exits(0).json();

    assertThat(plugins.isArray()).isTrue();
    assertThat(plugins)
        .extracting(plugin -> plugin.path("role").asText() + " " + plugin.path("name").asText())
        .contains(
            "posterior ar1",
            "posterior diagonal",
            "prior standard-normal",
            "divergence kl",
            "decoder bernoulli",
            "decoder gaussian",
            "network mlp");
    assertThat(plugins)
        .allSatisfy(
            plugin -> {
              assertThat(plugin.path("version").asText()).isEqualTo(Distribution.version());
              assertThat(plugin.path("bundle").asText()).startsWith("dev.elbow.plugin.");
              assertThat(plugin.path("state").asText()).isEqualTo("active");
              assertThat(plugin.path("description").asText()).isNotBlank();
            });
  }

  @Test
  void describeListsOptionsDefaultsAndRanges() throws IOException {
    Result described = Elbow.in(folder).run("plugins", "describe", "ar1").exits(0);

    assertThat(described.out()).contains("scale", "per-dimension", "maxCorrelation", "0.999");
  }

  @Test
  void doctorReportsJavaBackendAndNoProblem() throws IOException {
    JsonNode doctor = Elbow.in(folder).run("doctor", "--json").exits(0).json();

    assertThat(doctor.path("status").asText()).isEqualTo("ok");
    assertThat(finding(doctor, "java")).contains(System.getProperty("java.version"));
    assertThat(finding(doctor, "device")).containsIgnoringCase("cpu");
    assertThat(finding(doctor, "blas")).contains("openblas", "thread");
    assertThat(finding(doctor, "waiting")).contains("PASSIVE");
    assertThat(finding(doctor, "plugins")).contains("0 failed");
  }

  @Test
  void completionIsAScriptThatBashAccepts() throws IOException, InterruptedException {
    Result completion = Elbow.in(folder).run("completion").exits(0);

    assertThat(completion.out()).contains("complete ").contains("train").contains("resume");
    Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
    bash.outputWriter().append(completion.out()).close();
    assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(bash.exitValue()).isZero();
  }

  @Test
  void schemaKnowsTheOptionsOfEveryPlugin() throws IOException {
    JsonNode schema = Elbow.in(folder).run("schema").exits(0).json();

    assertThat(schema.path("$schema").asText()).contains("json-schema.org");
    assertThat(schema.toString()).contains("maxCorrelation", "learningRate", "\"ar1\"");
  }

  private static String finding(JsonNode doctor, String topic) {
    return StreamSupport.stream(doctor.path("findings").spliterator(), false)
        .filter(finding -> finding.path("topic").asText().equals(topic))
        .map(finding -> finding.path("text").asText())
        .findFirst()
        .orElseThrow();
  }
}
