package dev.elbow.configuration;

import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns resolved configuration into values, records and parts. */
final class TreeBinder {
  private final PartCatalog catalog;
  private final PartMaker maker;

  TreeBinder(PartCatalog catalog, PartMaker maker) {
    this.catalog = catalog;
    this.maker = maker;
  }

  Object value(ConfigNode node, ValueType type) {
    if (type instanceof ValueType.Maybe maybe) {
      return node.isNull() ? Optional.empty() : Optional.of(value(node, maybe.value()));
    }
    if (type instanceof ValueType.Many many) {
      return expect(ListNode.class, node).items().stream()
          .map(item -> value(item, many.element()))
          .toList();
    }
    if (type instanceof ValueType.Nested nested) {
      return record(expect(MapNode.class, node), Schema.of(nested.type()), Set.of());
    }
    if (type instanceof ValueType.OneOf choice) {
      return alternative(expect(MapNode.class, node), choice);
    }
    if (type instanceof ValueType.Part part) {
      return part(expect(MapNode.class, node), part.role(), Set.of());
    }
    return scalar((ValueType.Scalar) type, node);
  }

  /**
   * A record from its resolved mapping.
   *
   * @param shadowed keys of the mapping that belong to the record around an inline part
   */
  Record record(MapNode map, Schema schema, Set<String> shadowed) {
    List<Object> arguments = new ArrayList<>();
    for (Component component : schema.components()) {
      arguments.add(argument(map, schema, component, shadowed));
    }
    return Records.create(schema, arguments, map.place());
  }

  private Object argument(MapNode map, Schema schema, Component component, Set<String> shadowed) {
    if (component.inline()) {
      return part(map, ((ValueType.Part) component.type()).role(), schema.keys());
    }
    if (shadowed.contains(component.name())) {
      return shadowedDefault(component);
    }
    ConfigNode missing = ScalarNode.plain("", map.place());
    return value(map.find(component.name()).orElse(missing), component.type());
  }

  /** The record around it has taken the key, so the tree does not hold the default. */
  private Object shadowedDefault(Component component) {
    ConfigNode node =
        component.defaultValue().orElse(ScalarNode.plain("", Place.of(component.name())));
    Problems problems = new Problems();
    ConfigNode resolved =
        new TreeResolver(catalog, problems)
            .value(
                node, component.type(), component.bounds(), KeyPath.ROOT.child(component.name()));
    problems.throwIfAny();
    return value(resolved, component.type());
  }

  private Record alternative(MapNode map, ValueType.OneOf type) {
    String name = expect(ScalarNode.class, map.get(Schema.TYPE)).text();
    Schema schema =
        type.schema().find(name).orElseThrow(() -> unresolved(map, "one of " + type.plural()));
    return record(map, schema, Set.of());
  }

  private Object part(MapNode map, Role role, Set<String> shadowed) {
    String name = expect(ScalarNode.class, map.get(Schema.TYPE)).text();
    PartFactory<?, ?> factory =
        catalog
            .find(role, name)
            .orElseThrow(() -> unresolved(map, "a " + role.label() + " of the catalog"));
    Record options = record(map, Schema.of(role, factory), shadowed);
    return maker.make(role, factory, options, map.place());
  }

  private static Object scalar(ValueType.Scalar type, ConfigNode node) {
    try {
      return ScalarValues.read(type, node, Bounds.ANY);
    } catch (ValueFault e) {
      throw unresolved(node, type.words());
    }
  }

  private static <N extends ConfigNode> N expect(Class<N> kind, ConfigNode node) {
    if (!kind.isInstance(node)) {
      throw unresolved(node, "a " + kind.getSimpleName());
    }
    return kind.cast(node);
  }

  private static IllegalArgumentException unresolved(ConfigNode node, String expected) {
    return new IllegalArgumentException(
        "the configuration is not resolved: expected %s, found %s at %s"
            .formatted(expected, node.describe(), node.place()));
  }
}
