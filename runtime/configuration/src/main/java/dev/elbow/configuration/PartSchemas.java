package dev.elbow.configuration;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.HashSet;
import java.util.Set;

/** The schemas of plugins' option records, and what is forbidden in them alone. */
final class PartSchemas {
  private PartSchemas() {}

  static Schema of(Role role, PartFactory<?, ?> factory) {
    String plugin = Origin.of(role, name(factory), factory);
    Schema schema;
    try {
      schema = Schema.of(optionsType(factory, plugin));
      checkNested(schema, new HashSet<>());
    } catch (FailureException e) {
      throw e.place().equals(plugin) ? e : SchemaReader.defect(e.id(), e.problem(), plugin);
    }
    if (schema.keysInOrder().contains(Schema.TYPE)) {
      String problem =
          "%s uses the key type, which names the plugin itself".formatted(schema.type().getName());
      throw SchemaReader.defect("SCHEMA-TYPE-KEY", problem, plugin);
    }
    return schema;
  }

  static String name(PartFactory<?, ?> factory) {
    try {
      return String.valueOf(factory.name());
    } catch (RuntimeException | LinkageError e) {
      return "?";
    }
  }

  private static Class<? extends Record> optionsType(PartFactory<?, ?> factory, String plugin) {
    try {
      Class<?> type = factory.optionsType();
      if (type != null && type.isRecord()) {
        return type.asSubclass(Record.class);
      }
      throw SchemaReader.defect("SCHEMA-RECORD", "optionsType() is " + type, plugin);
    } catch (FailureException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new FailureException(
          "PLUGIN-FAILED", "optionsType() failed: " + e, plugin, SchemaReader.DEFECT, e);
    }
  }

  private static void checkNested(Schema schema, Set<Class<?>> seen) {
    if (seen.add(schema.type())) {
      schema.components().forEach(c -> checkNested(c.type(), seen));
    }
  }

  private static void checkNested(ValueType type, Set<Class<?>> seen) {
    if (type instanceof ValueType.Maybe maybe) {
      checkNested(maybe.value(), seen);
    } else if (type instanceof ValueType.Many many) {
      checkNested(many.element(), seen);
    } else if (type instanceof ValueType.Nested nested) {
      checkNested(Schema.of(nested.type()), seen);
    } else if (type instanceof ValueType.OneOf choice) {
      choice.schema().records().values().forEach(t -> checkNested(Schema.of(t), seen));
    }
  }
}
