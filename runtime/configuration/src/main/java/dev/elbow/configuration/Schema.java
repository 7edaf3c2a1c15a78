package dev.elbow.configuration;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an option record accepts, read from its components and their annotations. */
public final class Schema {
  /** The key that names the plugin wherever a part stands. */
  static final String TYPE = "type";

  /** A ClassValue lets go of a plugin's classes when the plugin is gone. */
  private static final ClassValue<Schema> CACHE =
      new ClassValue<>() {
        @Override
        protected Schema computeValue(Class<?> type) {
          return SchemaReader.read(type.asSubclass(Record.class));
        }
      };

  private final Class<? extends Record> type;
  private final List<Component> components;
  private final Optional<Component> shorthand;

  Schema(Class<? extends Record> type, List<Component> components, Optional<Component> shorthand) {
    this.type = type;
    this.components = List.copyOf(components);
    this.shorthand = shorthand;
  }

  /**
   * The schema of a record.
   *
   * @throws FailureException {@code SCHEMA-...} if the record itself has a component that cannot be
   *     configured
   */
  public static Schema of(Class<? extends Record> type) {
    return CACHE.get(type);
  }

  /**
   * The schema of a plugin's options, with every record nested in them checked.
   *
   * @throws FailureException {@code SCHEMA-...}, naming the plugin, if the options cannot be
   *     configured, or {@code PLUGIN-FAILED} if the factory does not tell them
   */
  public static Schema of(Role role, PartFactory<?, ?> factory) {
    return PartSchemas.of(role, factory);
  }

  Class<? extends Record> type() {
    return type;
  }

  List<Component> components() {
    return components;
  }

  Optional<Component> component(String name) {
    return components.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  Optional<Component> inline() {
    return components.stream().filter(Component::inline).findFirst();
  }

  /** The component that a scalar in the record's place stands for. */
  Optional<Component> shorthand() {
    return shorthand;
  }

  /** The keys of the record itself, without those of an inline part. */
  Set<String> keys() {
    return components.stream()
        .filter(c -> !c.inline())
        .map(Component::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The keys in declaration order, for messages. */
  List<String> keysInOrder() {
    return components.stream().map(c -> c.inline() ? TYPE : c.name()).toList();
  }

  String words() {
    Optional<Component> scalar = shorthand.or(this::inline);
    return scalar.map(c -> c.type().words() + ", or a mapping").orElse("a mapping");
  }

  String plural() {
    Optional<Component> scalar = shorthand.or(this::inline);
    return scalar.map(c -> c.type().plural() + " or mappings").orElse("mappings");
  }

  /** Whether no part can stand in it, at any depth. */
  boolean partFree() {
    return partFree(new HashSet<>());
  }

  private boolean partFree(Set<Class<?>> seen) {
    return !seen.add(type) || components.stream().allMatch(c -> partFree(c.type(), seen));
  }

  private static boolean partFree(ValueType type, Set<Class<?>> seen) {
    if (type instanceof ValueType.Maybe maybe) {
      return partFree(maybe.value(), seen);
    }
    if (type instanceof ValueType.Many many) {
      return partFree(many.element(), seen);
    }
    if (type instanceof ValueType.Nested nested) {
      return of(nested.type()).partFree(seen);
    }
    if (type instanceof ValueType.OneOf choice) {
      return choice.schema().records().values().stream().allMatch(t -> of(t).partFree(seen));
    }
    return !(type instanceof ValueType.Part);
  }
}
