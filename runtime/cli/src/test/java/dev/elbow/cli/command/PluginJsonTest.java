package dev.elbow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.launcher.PluginRecord;
import dev.elbow.launcher.PluginRecord.State;
import dev.elbow.launcher.PluginSnapshot;
import dev.elbow.spi.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PluginJsonTest {

  @Test
  void anActivePluginHasItsSixFacts() {
    ObjectNode json =
        PluginJson.of(
            PluginSnapshot.ofClassPath(getClass().getClassLoader())
                .find(Role.POSTERIOR, "ar1")
                .orElseThrow());

    assertThat(json.path("role").asText()).isEqualTo("posterior");
    assertThat(json.path("name").asText()).isEqualTo("ar1");
    assertThat(json.path("state").asText()).isEqualTo("active");
    assertThat(json.path("version").asText()).isNotEmpty();
    assertThat(json.path("bundle").asText()).isNotEmpty();
    assertThat(json.path("description").asText()).isNotEmpty();
    assertThat(json.has("reason")).isFalse();
  }

  @Test
  void aFailedOneHasReasonAndFixAndPerhapsNoRole() {
    Path jar = Path.of("a.jar");
    ObjectNode json =
        PluginJson.of(
            new PluginRecord(
                null, "a.jar", "0", "a", jar, "", State.FAILED, "", null, "reason", "fix"));

    assertThat(json.path("role").isNull()).isTrue();
    assertThat(json.path("state").asText()).isEqualTo("failed");
    assertThat(json.path("reason").asText()).isEqualTo("reason");
    assertThat(json.path("fix").asText()).isEqualTo("fix");
  }
}
