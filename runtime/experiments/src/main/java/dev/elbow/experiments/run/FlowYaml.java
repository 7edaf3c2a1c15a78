package dev.elbow.experiments.run;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.ListNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.ScalarNode;
import java.util.List;
import java.util.stream.Collectors;

/** YAML on one line, for an argument of a command, and to tell metrics apart. */
final class FlowYaml {
  private FlowYaml() {}

  static String write(List<ConfigNode> items) {
    return items.stream().map(FlowYaml::write).collect(Collectors.joining(", ", "[", "]"));
  }

  static String write(ConfigNode node) {
    if (node instanceof ListNode list) {
      return write(list.items());
    }
    if (node instanceof MapNode map) {
      return map.entries().entrySet().stream()
          .map(entry -> entry.getKey() + ": " + write(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    ScalarNode scalar = (ScalarNode) node;
    return scalar.quoted() ? "'" + scalar.text().replace("'", "''") + "'" : scalar.text();
  }
}
