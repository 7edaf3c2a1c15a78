package dev.elbow.cli.doctor;

import dev.elbow.cli.host.Context;
import dev.elbow.launcher.PluginRecord;
import dev.elbow.launcher.PluginSnapshot;
import dev.elbow.spi.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What plugins there are, and which of them cannot be used. */
record PluginsCheck(Context context) implements Check {
  private static final Set<Role> NEEDED =
      EnumSet.of(Role.NETWORK, Role.POSTERIOR, Role.PRIOR, Role.DIVERGENCE, Role.DECODER);

  @Override
  public String topic() {
    return "plugins";
  }

  @Override
  public List<Finding> look() {
    PluginSnapshot snapshot = context.workbench().plugins();
    List<Finding> findings = new ArrayList<>();
    findings.add(overview(snapshot));
    for (PluginRecord plugin : snapshot.failed()) {
      String jar = plugin.jar() == null ? plugin.bundle() : plugin.jar().toString();
      findings.add(
          Finding.warning(
              "plugin",
              "%s cannot be used (%s): %s".formatted(plugin.name(), jar, plugin.reason()),
              plugin.fix()));
    }
    return findings;
  }

  private static Finding overview(PluginSnapshot snapshot) {
    String missing =
        NEEDED.stream()
            .filter(role -> snapshot.factories(role).isEmpty())
            .map(Role::label)
            .collect(Collectors.joining(", "));
    String text = snapshot.active().size() + " usable, " + snapshot.failed().size() + " failed";
    return missing.isEmpty()
        ? Finding.ok("plugins", text)
        : Finding.problem(
            "plugins",
            text + "; none for " + missing,
            "Unpack the distribution again: its bundles/ has one for each role.");
  }
}
