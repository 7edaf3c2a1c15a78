package dev.elbow.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves the places where one of several option records is chosen by its name. */
final class AlternativeResolver {
  private final Problems problems;
  private final TreeResolver tree;

  AlternativeResolver(Problems problems, TreeResolver tree) {
    this.problems = problems;
    this.tree = tree;
  }

  /** The chosen record's mapping, {@code type} first; the node itself if it has a problem. */
  ConfigNode choice(ConfigNode node, ValueType.OneOf type, KeyPath path) {
    if (node instanceof ListNode) {
      tree.mismatch(node, type.words(), path, "");
      return node;
    }
    MapNode map = expand(node);
    ConfigNode name =
        map.find(Schema.TYPE)
            .orElseGet(() -> ScalarNode.plain(type.schema().standard(), Place.ofDefault(path)));
    KeyPath place = node instanceof MapNode ? path.child(Schema.TYPE) : path;
    return chosen(name, type.schema(), place)
        .map(found -> options(map, name, found, type.schema(), path))
        .orElse(map);
  }

  private static MapNode expand(ConfigNode node) {
    if (node instanceof MapNode map) {
      return map;
    }
    return new MapNode(node.isNull() ? Map.of() : Map.of(Schema.TYPE, node), node.place());
  }

  /** The name, in any case and with either separator. */
  private Optional<String> chosen(ConfigNode node, AlternativeSchema schema, KeyPath path) {
    String expected = "one of " + String.join(", ", schema.names());
    if (!(node instanceof ScalarNode scalar) || node.isNull()) {
      tree.mismatch(node, expected, path, "");
      return Optional.empty();
    }
    String plain = EnumNames.kebab(scalar.text());
    if (schema.find(plain).isEmpty()) {
      problems.add(
          "CFG-ENUM",
          node.place(),
          "%s: expected %s, found %s".formatted(path, expected, node.describe()),
          DidYouMean.hint(scalar.text(), schema.names()).strip());
      return Optional.empty();
    }
    return Optional.of(plain);
  }

  private MapNode options(
      MapNode map, ConfigNode type, String name, AlternativeSchema all, KeyPath path) {
    Schema schema = all.get(name);
    int before = problems.count();
    Map<String, ConfigNode> resolved = new LinkedHashMap<>();
    resolved.put(Schema.TYPE, ScalarNode.plain(name, type.place()));
    tree.fields(map, schema, Set.of(), path, resolved);
    unknownKeys(map, name, all, path);
    MapNode result = new MapNode(resolved, map.keyPlaces(), map.place());
    if (problems.count() == before) {
      tree.tryOut(result, schema, Set.of(), path);
    }
    return result;
  }

  private void unknownKeys(MapNode map, String name, AlternativeSchema all, KeyPath path) {
    List<String> valid = new ArrayList<>(List.of(Schema.TYPE));
    valid.addAll(all.get(name).keysInOrder());
    Map<String, ConfigNode> unknown = new LinkedHashMap<>(map.entries());
    unknown.keySet().removeIf(key -> valid.contains(key) || others(map, key, name, all, path));
    MapNode rest = new MapNode(unknown, map.keyPlaces(), map.place());
    tree.unknownKeys(rest, valid, path, " (%s)".formatted(name));
  }

  /** Reports an option that another alternative has; false if none has. */
  private boolean others(
      MapNode map, String key, String name, AlternativeSchema all, KeyPath path) {
    List<String> owners = all.having(key);
    if (owners.isEmpty()) {
      return false;
    }
    problems.add(
        "CFG-UNKNOWN-KEY",
        map.keyPlace(key),
        "%s: %s has no option %s".formatted(path, name, key),
        "It is one of %s. Keys of %s: %s."
            .formatted(
                String.join(", ", owners), name, String.join(", ", all.get(name).keysInOrder())));
    return true;
  }
}
