package dev.elbow.experiments.grid;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.DidYouMean;
import dev.elbow.configuration.ListNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.Place;
import dev.elbow.configuration.ScalarNode;
import dev.elbow.spi.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A mapping of an experiment file, asked for its keys. Keys that stand for names of the user's own,
 * as those of {@code axes}, fit no record; so the file is read by hand, with the same errors.
 */
final class Section {
  private final MapNode map;
  private final String path;

  private Section(MapNode map, String path) {
    this.map = map;
    this.path = path;
  }

  /** The mapping; null stands for one without keys. */
  static Section of(ConfigNode node, String path) {
    if (node.isNull()) {
      return new Section(new MapNode(Map.of(), node.place()), path);
    }
    if (node instanceof MapNode map) {
      return new Section(map, path);
    }
    throw wrong("EXPERIMENT-TYPE", node.place(), path, "a mapping", node.describe());
  }

  MapNode map() {
    return map;
  }

  String path() {
    return path;
  }

  Place place() {
    return map.place();
  }

  /** Refuses every key that is not among the valid ones. */
  Section only(String... keys) {
    List<String> valid = List.of(keys);
    for (String key : map.entries().keySet()) {
      if (!valid.contains(key)) {
        throw unknown(key, map.keyPlace(key), path, valid);
      }
    }
    return this;
  }

  /** The error of a name that is not among the valid ones. */
  static InputException unknown(String name, Place place, String path, List<String> valid) {
    String hint =
        DidYouMean.closest(name, valid).map(near -> "Did you mean " + near + "? ").orElse("");
    return new InputException(
        "EXPERIMENT-UNKNOWN-KEY",
        "unknown key " + name + " in " + path,
        place.toString(),
        hint + "Valid: " + String.join(", ", valid) + ".");
  }

  Optional<ConfigNode> find(String key) {
    return map.find(key).filter(node -> !node.isNull());
  }

  ConfigNode get(String key, String expected) {
    return find(key)
        .orElseThrow(
            () ->
                new InputException(
                    "EXPERIMENT-REQUIRED",
                    path(key) + " is missing: expected " + expected,
                    map.place().toString(),
                    "Give " + path(key) + "."));
  }

  Section section(String key) {
    return of(map.find(key).orElse(new MapNode(Map.of(), map.place())), path(key));
  }

  /** The items, or none. */
  List<ConfigNode> list(String key) {
    Optional<ConfigNode> node = find(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (node.get() instanceof ListNode list) {
      return list.items();
    }
    throw wrong("EXPERIMENT-TYPE", node.get().place(), path(key), "a list", node.get().describe());
  }

  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    for (ConfigNode item : list(key)) {
      sections.add(of(item, path(key) + "." + sections.size()));
    }
    return sections;
  }

  String text(String key) {
    return scalar(get(key, "a text"), path(key), "a text");
  }

  Optional<String> maybeText(String key) {
    return find(key).map(node -> scalar(node, path(key), "a text"));
  }

  /** A text that is one of these. */
  String choice(String key, List<String> valid) {
    String found = text(key);
    if (!valid.contains(found)) {
      throw wrong(
          "EXPERIMENT-CHOICE",
          get(key, "").place(),
          path(key),
          "one of " + String.join(", ", valid),
          '"' + found + '"');
    }
    return found;
  }

  double number(String key) {
    return number(get(key, "a number"), path(key));
  }

  OptionalDouble maybeNumber(String key) {
    Optional<ConfigNode> node = find(key);
    return node.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(number(node.get(), path(key)));
  }

  boolean flag(String key, boolean otherwise) {
    return find(key)
        .map(
            node ->
                switch (scalar(node, path(key), "true or false")) {
                  case "true" -> true;
                  case "false" -> false;
                  default ->
                      throw wrong(
                          "EXPERIMENT-TYPE",
                          node.place(),
                          path(key),
                          "true or false",
                          node.describe());
                })
        .orElse(otherwise);
  }

  List<Long> wholeNumbers(String key) {
    return list(key).stream().map(node -> wholeNumber(node, path(key))).toList();
  }

  String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  static String scalar(ConfigNode node, String path, String expected) {
    if (node instanceof ScalarNode scalar && !scalar.isNull()) {
      return scalar.text();
    }
    throw wrong("EXPERIMENT-TYPE", node.place(), path, expected, node.describe());
  }

  private static double number(ConfigNode node, String path) {
    try {
      return Double.parseDouble(scalar(node, path, "a number"));
    } catch (NumberFormatException e) {
      throw wrong("EXPERIMENT-TYPE", node.place(), path, "a number", node.describe());
    }
  }

  private static long wholeNumber(ConfigNode node, String path) {
    try {
      return Long.parseLong(scalar(node, path, "a whole number"));
    } catch (NumberFormatException e) {
      throw wrong("EXPERIMENT-TYPE", node.place(), path, "a whole number", node.describe());
    }
  }

  static InputException wrong(String id, Place place, String path, String expected, String found) {
    return new InputException(
        id,
        path + ": expected " + expected + ", found " + found,
        place.toString(),
        "Change the value of " + path + ".");
  }
}
