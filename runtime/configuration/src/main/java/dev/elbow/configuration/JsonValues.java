package dev.elbow.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** Scalars' JSON Schemas, and configuration as JSON. */
final class JsonValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonValues() {}

  static ObjectNode schema(ValueType.Scalar type, Bounds bounds) {
    if (type instanceof ValueType.Choice choice) {
      return choices(choice);
    }
    return switch ((ValueType.Basic) type) {
      case INT -> whole(bounds, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> whole(bounds, Long.MIN_VALUE, Long.MAX_VALUE);
      case DOUBLE -> number("number", bounds);
      case BOOLEAN -> JSON.objectNode().put("type", "boolean");
      case TEXT, PATH -> JSON.objectNode().put("type", "string");
    };
  }

  private static ObjectNode choices(ValueType.Choice type) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode ways = schema.putArray("oneOf");
    Arrays.stream(type.type().getEnumConstants())
        .forEach(
            constant -> {
              ObjectNode way = ways.addObject().put("const", EnumNames.of(constant));
              String doc = EnumNames.doc(constant);
              if (!doc.isEmpty()) {
                way.put("description", doc);
              }
            });
    return schema;
  }

  private static ObjectNode whole(Bounds bounds, long least, long most) {
    ObjectNode schema = number("integer", bounds);
    if (!bounds.hasMin() || bounds.min() < least) {
      schema.remove("exclusiveMinimum");
      schema.put("minimum", least);
    }
    if (!bounds.hasMax() || bounds.max() > most) {
      schema.remove("exclusiveMaximum");
      schema.put("maximum", most);
    }
    return schema;
  }

  private static ObjectNode number(String type, Bounds bounds) {
    ObjectNode schema = JSON.objectNode().put("type", type);
    if (bounds.hasMin()) {
      schema.set(bounds.minExclusive() ? "exclusiveMinimum" : "minimum", number(bounds.min()));
    }
    if (bounds.hasMax()) {
      schema.set(bounds.maxExclusive() ? "exclusiveMaximum" : "maximum", number(bounds.max()));
    }
    return schema;
  }

  private static JsonNode number(double x) {
    boolean whole = x == Math.rint(x) && Math.abs(x) < 1e15;
    return whole ? JSON.numberNode((long) x) : JSON.numberNode(x);
  }

  /** The tree as JSON, plain scalars by YAML's core schema. */
  static JsonNode of(ConfigNode node) {
    if (node instanceof MapNode map) {
      ObjectNode object = JSON.objectNode();
      map.entries().forEach((key, value) -> object.set(key, of(value)));
      return object;
    }
    if (node instanceof ListNode list) {
      ArrayNode array = JSON.arrayNode();
      list.items().forEach(item -> array.add(of(item)));
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private static JsonNode scalar(ScalarNode node) {
    if (node.isNull()) {
      return JSON.nullNode();
    }
    Optional<BigInteger> whole = Numbers.whole(node.text());
    Optional<Double> real = Numbers.real(node.text());
    if (node.quoted()) {
      return JSON.textNode(node.text());
    }
    if (whole.isPresent()) {
      return JSON.numberNode(whole.get());
    }
    if (real.isPresent()) {
      return JSON.numberNode(real.get());
    }
    boolean truth = node.text().equalsIgnoreCase("true") || node.text().equalsIgnoreCase("false");
    return truth ? JSON.booleanNode(Boolean.parseBoolean(node.text())) : JSON.textNode(node.text());
  }
}
