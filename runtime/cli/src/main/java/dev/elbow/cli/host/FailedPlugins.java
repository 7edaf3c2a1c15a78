package dev.elbow.cli.host;

import dev.elbow.launcher.PluginRecord;
import dev.elbow.launcher.PluginSnapshot;
import dev.elbow.spi.InputException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says of a missing plugin that its jar may be there, and why it cannot be used. */
record FailedPlugins(PluginSnapshot snapshot) {
  private static final List<String> MISSING = List.of("CFG-UNKNOWN-PLUGIN", "RUN-PLUGIN-MISSING");
  private static final Pattern ABSENT = Pattern.compile("there is no \\w+ named |the plugin '");

  /** The same error, with the failed plugins in it if one is missed. */
  InputException explain(InputException e) {
    boolean missing = MISSING.contains(e.id()) || ABSENT.matcher(e.problem()).find();
    if (!missing || snapshot.failed().isEmpty()) {
      return e;
    }
    String reasons =
        snapshot.failed().stream().map(FailedPlugins::reason).collect(Collectors.joining("\n"));
    String fixes =
        snapshot.failed().stream()
            .map(plugin -> subject(plugin) + ": " + plugin.fix())
            .collect(Collectors.joining("\n"));
    return new InputException(
        e.id(),
        e.problem() + "\nA jar that is there cannot be used:\n" + reasons,
        e.place(),
        e.fix() + "\n" + fixes,
        e);
  }

  private static String reason(PluginRecord plugin) {
    return "  " + subject(plugin) + ": " + plugin.reason();
  }

  private static String subject(PluginRecord plugin) {
    String jar = plugin.jar() == null ? plugin.bundle() : plugin.jar().getFileName().toString();
    return plugin.name().equals(jar) ? jar : plugin.name() + " (" + jar + ")";
  }
}
