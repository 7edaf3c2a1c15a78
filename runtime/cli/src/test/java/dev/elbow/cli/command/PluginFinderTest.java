package dev.elbow.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.launcher.PluginRecord;
import dev.elbow.launcher.PluginRecord.State;
import dev.elbow.launcher.PluginSnapshot;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginFinderTest {
  private static final PluginSnapshot CLASS_PATH =
      PluginSnapshot.ofClassPath(PluginFinderTest.class.getClassLoader());

  private static PluginRecord as(Role role, String name) {
    PluginRecord ar1 = CLASS_PATH.find(Role.POSTERIOR, "ar1").orElseThrow();
    return new PluginRecord(
        role, name, "1", "b", null, "", State.ACTIVE, "", ar1.factory(), "", "");
  }

  private static PluginFinder finder(PluginRecord... more) {
    List<PluginRecord> all = new ArrayList<>(CLASS_PATH.plugins());
    all.addAll(List.of(more));
    return new PluginFinder(new PluginSnapshot(all, List.of()));
  }

  @Test
  void aNameIsEnoughIfOneRoleHasIt() {
    assertThat(finder().find("ar1").role()).isEqualTo(Role.POSTERIOR);
    assertThat(finder().find("posterior/ar1").role()).isEqualTo(Role.POSTERIOR);
  }

  @Test
  void aNameOfTwoRolesNeedsTheRole() {
    PluginFinder finder = finder(as(Role.PRIOR, "ar1"));

    assertThatThrownBy(() -> finder.find("ar1"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("PLUGIN-AMBIGUOUS")
        .hasMessageContaining("posterior/ar1, prior/ar1");
    assertThat(finder.find("prior/ar1").role()).isEqualTo(Role.PRIOR);
  }

  @Test
  void anUnknownNameGetsAGuessAndTheNames() {
    assertThatThrownBy(() -> finder().find("gausian"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Did you mean gaussian?")
        .hasMessageContaining("standard-normal");
    assertThatThrownBy(() -> finder().find("posteriro/ar1"))
        .hasMessageContaining("Did you mean posterior/ar1?");
  }

  @Test
  void aPluginThatFailedGivesItsReason() {
    Path jar = Path.of("plugins", "cauchy.jar");
    PluginRecord failed =
        new PluginRecord(
            null, "cauchy.jar", "1", "b", jar, "", State.FAILED, "", null, "no jar", "copy");

    assertThatThrownBy(() -> finder(failed).find("cauchy"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("PLUGIN-FAILED")
        .hasMessageContaining("no jar")
        .hasMessageContaining("copy");
  }
}
