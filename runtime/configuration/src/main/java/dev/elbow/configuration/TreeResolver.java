package dev.elbow.configuration;

import dev.elbow.spi.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks configuration and schemas side by side; a value with a problem stays as it was. */
final class TreeResolver {
  /** A default that contains itself would otherwise never end. */
  private static final int DEEPEST = 64;

  private final PartCatalog catalog;
  private final Problems problems;
  private final PartResolver parts;
  private final FormResolver forms;
  private final AlternativeResolver alternatives;

  TreeResolver(PartCatalog catalog, Problems problems) {
    this.catalog = catalog;
    this.problems = problems;
    this.parts = new PartResolver(catalog, problems, this);
    this.forms = new FormResolver(catalog, problems, this);
    this.alternatives = new AlternativeResolver(problems, this);
  }

  ConfigNode value(ConfigNode node, ValueType type, Bounds bounds, KeyPath path) {
    if (path.depth() > DEEPEST) {
      throw new InputException(
          "CFG-TOO-DEEP",
          "expected at most %d keys inside one another, found more: %s".formatted(DEEPEST, path),
          node.place().toString(),
          "Nest fewer parts; if this is a default, it contains itself: tell the plugin's author.");
    }
    if (type instanceof ValueType.Maybe maybe) {
      return node.isNull() ? node : value(node, maybe.value(), bounds, path);
    }
    if (type instanceof ValueType.Many many) {
      return list(node, many, bounds, path);
    }
    if (type instanceof ValueType.Nested nested) {
      return record(node, Schema.of(nested.type()), path);
    }
    if (type instanceof ValueType.OneOf choice) {
      return alternatives.choice(node, choice, path);
    }
    if (type instanceof ValueType.Part part) {
      return parts.part(node, part.role(), path);
    }
    return scalar(node, (ValueType.Scalar) type, bounds, path);
  }

  private ConfigNode scalar(ConfigNode node, ValueType.Scalar type, Bounds bounds, KeyPath path) {
    try {
      Object value = ScalarValues.read(type, node, bounds);
      return ScalarValues.normalise(type, (ScalarNode) node, value);
    } catch (ValueFault e) {
      String fix = e.fix().isEmpty() ? "Change the value of " + path + "." : e.fix();
      problems.add(e.id(), node.place(), path + ": " + e.getMessage(), fix);
      return node;
    }
  }

  private ConfigNode list(ConfigNode node, ValueType.Many type, Bounds bounds, KeyPath path) {
    if (!(node instanceof ListNode list)) {
      String fix = node instanceof ScalarNode scalar ? "Write [" + scalar + "]." : "";
      mismatch(node, type.words(), path, node.isNull() ? "Write [] for none." : fix);
      return node;
    }
    List<ConfigNode> items = new ArrayList<>();
    for (ConfigNode item : list.items()) {
      items.add(value(item, type.element(), bounds, path.child(items.size())));
    }
    return new ListNode(items, list.place());
  }

  private ConfigNode record(ConfigNode node, Schema schema, KeyPath path) {
    Optional<MapNode> expanded = expand(node, schema);
    if (expanded.isEmpty()) {
      mismatch(node, schema.words(), path, "Its keys: " + keys(schema) + ".");
      return node;
    }
    return record(expanded.get(), schema, path);
  }

  MapNode record(MapNode map, Schema schema, KeyPath path) {
    int before = problems.count();
    Map<String, ConfigNode> resolved = new LinkedHashMap<>();
    fields(map, schema, Set.of(), path, resolved);
    if (schema.inline().isEmpty()) {
      unknownKeys(map, schema.keysInOrder(), path, "");
    }
    MapNode result = new MapNode(resolved, map.keyPlaces(), map.place());
    if (problems.count() == before) {
      tryOut(result, schema, Set.of(), path);
    }
    return result;
  }

  /** The mapping that the node stands for: null, a scalar with a shorthand, or a mapping. */
  private static Optional<MapNode> expand(ConfigNode node, Schema schema) {
    if (node instanceof MapNode map) {
      return Optional.of(map);
    }
    if (node.isNull()) {
      return Optional.of(new MapNode(Map.of(), node.place()));
    }
    return schema
        .shorthand()
        .or(schema::inline)
        .filter(component -> node instanceof ScalarNode)
        .map(component -> component.inline() ? Schema.TYPE : component.name())
        .map(key -> new MapNode(Map.of(key, node), node.place()));
  }

  /** Resolves a record's components into the result, all but the skipped ones. */
  void fields(
      MapNode map, Schema schema, Set<String> skip, KeyPath path, Map<String, ConfigNode> result) {
    for (Component component : schema.components()) {
      if (component.inline()) {
        result.putAll(parts.inline(map, schema, component, path).entries());
      } else if (!skip.contains(component.name())) {
        field(map, component, path).ifPresent(value -> result.put(component.name(), value));
      }
    }
  }

  private Optional<ConfigNode> field(MapNode map, Component component, KeyPath path) {
    KeyPath here = path.child(component.name());
    Optional<ConfigNode> node =
        map.find(component.name())
            .or(() -> component.defaultValue().map(value -> value.at(Place.ofDefault(here))));
    if (node.isEmpty() && component.required()) {
      required(here, component, map.place());
    }
    return node.map(value -> forms.expand(value, component, here))
        .map(value -> value(value, component.type(), component.bounds(), here));
  }

  private void required(KeyPath path, Component component, Place place) {
    String meaning = component.doc().isEmpty() ? "" : ": " + component.doc();
    problems.add(
        "CFG-REQUIRED",
        place,
        "%s is missing: expected %s".formatted(path, component.type().words()),
        "Give %s%s.".formatted(path, meaning));
  }

  /** Reports each key that is not among the valid ones. */
  void unknownKeys(MapNode map, List<String> valid, KeyPath path, String owner) {
    String keys = valid.isEmpty() ? "none" : String.join(", ", valid);
    for (String key : map.entries().keySet()) {
      if (!valid.contains(key)) {
        problems.add(
            "CFG-UNKNOWN-KEY",
            map.keyPlace(key),
            "unknown key %s in %s%s".formatted(key, path, owner),
            "%sKeys of %s%s: %s.".formatted(DidYouMean.hint(key, valid), path, owner, keys));
      }
    }
  }

  void mismatch(ConfigNode node, String expected, KeyPath path, String fix) {
    String text = "%s: expected %s, found %s".formatted(path, expected, node.describe());
    problems.add("CFG-TYPE", node.place(), text, fix);
  }

  /**
   * Makes a record that holds no parts, to hear its own constructor's complaints now rather than
   * when the rest of the experiment stands.
   */
  void tryOut(MapNode resolved, Schema schema, Set<String> shadowed, KeyPath path) {
    if (!schema.partFree()) {
      return;
    }
    try {
      new TreeBinder(catalog, Binder::noParts).record(resolved, schema, shadowed);
    } catch (InputException e) {
      problems.add(e.id(), resolved.place(), path + ": " + e.problem(), e.fix());
    }
  }

  private static String keys(Schema schema) {
    return String.join(", ", schema.keysInOrder());
  }
}
