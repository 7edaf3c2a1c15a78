package dev.elbow.configuration;

import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Resolves the places where a plugin's part stands. */
final class PartResolver {
  private final PartCatalog catalog;
  private final Problems problems;
  private final TreeResolver tree;

  PartResolver(PartCatalog catalog, Problems problems, TreeResolver tree) {
    this.catalog = catalog;
    this.problems = problems;
    this.tree = tree;
  }

  /** A part in a mapping of its own, or its name alone. */
  ConfigNode part(ConfigNode node, Role role, KeyPath path) {
    Optional<MapNode> map = expand(node);
    if (map.isEmpty()) {
      String expected = "a " + role.label() + ": its name, or a mapping with type and options";
      tree.mismatch(node, expected, path, available(role));
      return node;
    }
    return withType(map.get(), role, Set.of(), path);
  }

  /** The part that shares its mapping with the record's own keys. */
  MapNode inline(MapNode map, Schema record, Component component, KeyPath path) {
    MapNode own = without(map, record.keys());
    Optional<MapNode> standard =
        component
            .defaultValue()
            .filter(value -> own.find(Schema.TYPE).isEmpty())
            .map(value -> value.at(Place.ofDefault(path.child(component.name()))))
            .flatMap(PartResolver::expand);
    MapNode part = standard.map(value -> overlay(value, own)).orElse(own);
    return withType(part, ((ValueType.Part) component.type()).role(), record.keys(), path);
  }

  private static Optional<MapNode> expand(ConfigNode node) {
    if (node instanceof MapNode map) {
      return Optional.of(map);
    }
    return node instanceof ScalarNode && !node.isNull()
        ? Optional.of(new MapNode(Map.of(Schema.TYPE, node), node.place()))
        : Optional.empty();
  }

  private static MapNode without(MapNode map, Set<String> keys) {
    Map<String, ConfigNode> rest = new LinkedHashMap<>(map.entries());
    rest.keySet().removeAll(keys);
    return new MapNode(rest, map.keyPlaces(), map.place());
  }

  private static MapNode overlay(MapNode below, MapNode above) {
    Map<String, ConfigNode> entries = new LinkedHashMap<>(below.entries());
    entries.putAll(above.entries());
    return new MapNode(entries, above.keyPlaces(), above.place());
  }

  private MapNode withType(MapNode map, Role role, Set<String> shadow, KeyPath path) {
    Optional<ScalarNode> type = type(map, role, path);
    if (type.isEmpty()) {
      return map;
    }
    String name = type.get().text();
    Optional<PartFactory<?, ?>> factory = catalog.find(role, name);
    if (factory.isEmpty()) {
      problems.add(
          "CFG-UNKNOWN-PLUGIN",
          type.get().place(),
          "%s: there is no %s named %s%s"
              .formatted(path, role.label(), name, otherRole(role, name)),
          DidYouMean.hint(name, catalog.names(role)) + available(role));
      return map;
    }
    return options(map, type.get(), role, factory.get(), shadow, path);
  }

  private Optional<ScalarNode> type(MapNode map, Role role, KeyPath path) {
    Optional<ConfigNode> type = map.find(Schema.TYPE);
    if (type.isEmpty()) {
      problems.add(
          "CFG-REQUIRED",
          map.place(),
          "%s is missing: expected the name of a %s"
              .formatted(path.child(Schema.TYPE), role.label()),
          available(role));
      return Optional.empty();
    }
    if (type.get() instanceof ScalarNode scalar && !scalar.isNull()) {
      return Optional.of(scalar);
    }
    String expected = "the name of a " + role.label();
    tree.mismatch(type.get(), expected, path.child(Schema.TYPE), available(role));
    return Optional.empty();
  }

  private MapNode options(
      MapNode map,
      ScalarNode type,
      Role role,
      PartFactory<?, ?> factory,
      Set<String> shadow,
      KeyPath path) {
    Schema schema = Schema.of(role, factory);
    refuseHidden(schema, shadow, role, factory);
    int before = problems.count();
    Map<String, ConfigNode> resolved = new LinkedHashMap<>();
    resolved.put(Schema.TYPE, type);
    tree.fields(map, schema, shadow, path, resolved);
    String owner = " (%s %s)".formatted(role.label(), type.text());
    tree.unknownKeys(map, keys(schema, shadow), path, owner);
    MapNode result = new MapNode(resolved, map.keyPlaces(), map.place());
    if (problems.count() == before) {
      tree.tryOut(result, schema, shadow, path);
    }
    return result;
  }

  /** Every key that the part's mapping may have. */
  private static List<String> keys(Schema options, Set<String> shadow) {
    List<String> keys = new ArrayList<>(List.of(Schema.TYPE));
    keys.addAll(options.keysInOrder());
    shadow.stream().filter(key -> !keys.contains(key)).sorted().forEach(keys::add);
    return keys;
  }

  private static void refuseHidden(
      Schema schema, Set<String> shadow, Role role, PartFactory<?, ?> factory) {
    for (Component component : schema.components()) {
      if (component.required() && shadow.contains(component.name())) {
        throw SchemaReader.defect(
            "SCHEMA-HIDDEN",
            "the required option %s cannot be given here, where the key means something else"
                .formatted(component.name()),
            Origin.of(role, PartSchemas.name(factory), factory));
      }
    }
  }

  private String otherRole(Role role, String name) {
    return Arrays.stream(Role.values())
        .filter(other -> other != role && catalog.names(other).contains(name))
        .map(Role::label)
        .findFirst()
        .map(other -> ", though there is such a " + other)
        .orElse("");
  }

  private String available(Role role) {
    String names = catalog.names(role).stream().collect(Collectors.joining(", "));
    return ("Available as %s: %s. A plugin's jar goes into plugins/;"
            + " `elbow plugins` lists those found.")
        .formatted(role.label(), names.isEmpty() ? "none" : names);
  }
}
