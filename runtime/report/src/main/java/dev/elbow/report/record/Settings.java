package dev.elbow.report.record;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.ListNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.ScalarNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run's configuration, flat.
 *
 * @param byKey key, such as {@code objective.0.weight.value}, to text, in the order of the file
 */
public record Settings(Map<String, String> byKey) {

  public Settings {
    byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
  }

  static Settings of(ConfigNode root) {
    Map<String, String> flat = new LinkedHashMap<>();
    flatten("", root, flat);
    return new Settings(flat);
  }

  public Optional<String> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  private static void flatten(String key, ConfigNode node, Map<String, String> flat) {
    String below = key.isEmpty() ? "" : key + ".";
    if (node instanceof ScalarNode scalar) {
      flat.put(key, scalar.text());
    } else if (node instanceof ListNode list && plain(list)) {
      flat.put(key, list.toString());
    } else if (node instanceof ListNode list) {
      for (int i = 0; i < list.items().size(); i++) {
        flatten(below + i, list.items().get(i), flat);
      }
    } else if (node instanceof MapNode map) {
      map.entries().forEach((name, value) -> flatten(below + name, value, flat));
    }
  }

  /** A list of numbers or words is one value, as the hidden layers are. */
  private static boolean plain(ListNode list) {
    List<ConfigNode> items = list.items();
    return items.stream().allMatch(ScalarNode.class::isInstance);
  }
}
