package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.launcher.PluginRecord;
import java.util.Locale;

/** What programs read of a plugin. */
final class PluginJson {
  private PluginJson() {}

  /** A failed one has a reason and a fix; its role is null if it is not known. */
  static ObjectNode of(PluginRecord plugin) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("role", plugin.role() == null ? null : plugin.role().label());
    json.put("name", plugin.name());
    json.put("version", plugin.version());
    json.put("bundle", plugin.bundle());
    json.put("state", state(plugin));
    json.put("description", plugin.description());
    json.put("jar", plugin.jar() == null ? null : plugin.jar().toString());
    if (!plugin.isActive()) {
      json.put("reason", plugin.reason()).put("fix", plugin.fix());
    }
    return json;
  }

  static String state(PluginRecord plugin) {
    return plugin.state().name().toLowerCase(Locale.ROOT);
  }
}
