package dev.elbow.configuration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.Optional;
import java.util.Set;

/** Builds one schema document; definitions are made when first referred to. */
final class JsonSchemaBuilder {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final PartCatalog catalog;
  private final ObjectNode definitions = JSON.objectNode();

  JsonSchemaBuilder(PartCatalog catalog) {
    this.catalog = catalog;
  }

  ObjectNode root(Schema schema) {
    ObjectNode document = JSON.objectNode();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("title", "Elbow configuration");
    ObjectNode content = JSON.objectNode();
    content.put("$ref", record(schema));
    document.setAll(content);
    document.set("$defs", definitions);
    return document;
  }

  /** The reference to a record's definition. */
  private String record(Schema schema) {
    String name = schema.type().getName();
    if (!definitions.has(name)) {
      ObjectNode definition = definitions.putObject(name);
      ObjectNode mapping =
          schema.inline().map(c -> inline(schema, c)).orElseGet(() -> plain(schema));
      Optional<ObjectNode> scalar = schema.shorthand().filter(c -> !c.inline()).map(this::value);
      if (scalar.isPresent()) {
        definition.putArray("anyOf").add(scalar.get()).add(mapping);
      } else {
        definition.setAll(mapping);
      }
    }
    return "#/$defs/" + name;
  }

  private ObjectNode plain(Schema schema) {
    ObjectNode object = object();
    addComponents(object, schema, Set.of());
    return object;
  }

  /** The record's keys beside those of each part that may stand in it. */
  private ObjectNode inline(Schema schema, Component component) {
    Role role = ((ValueType.Part) component.type()).role();
    boolean scalarIsPart =
        schema.shorthand().map(Component::inline).orElse(true)
            && schema.components().stream().noneMatch(c -> !c.inline() && c.required());
    ObjectNode definition = JSON.objectNode();
    ArrayNode ways = definition.putArray("oneOf");
    for (String name : catalog.names(role)) {
      PartFactory<?, ?> factory = catalog.find(role, name).orElseThrow();
      Schema options = Schema.of(role, factory);
      if (scalarIsPart && allOptional(options)) {
        ways.add(shortForm(name, factory.description()));
      }
      ObjectNode object = typed(name, factory.description(), component.defaultValue().isEmpty());
      addComponents(object, options, schema.keys());
      addComponents(object, schema, Set.of());
      ways.add(object);
    }
    return orNothing(definition);
  }

  /** The reference to a role's definition: any of its parts, in either form. */
  private String role(Role role) {
    String label = role.label();
    if (!definitions.has(label)) {
      ObjectNode definition = definitions.putObject(label);
      ArrayNode ways = definition.putArray("oneOf");
      for (String name : catalog.names(role)) {
        PartFactory<?, ?> factory = catalog.find(role, name).orElseThrow();
        if (allOptional(Schema.of(role, factory))) {
          ways.add(shortForm(name, factory.description()));
        }
        ways.addObject().put("$ref", part(role, name, factory));
      }
      orNothing(definition);
    }
    return "#/$defs/" + label;
  }

  /** JSON Schema has no choice out of nothing. */
  private static ObjectNode orNothing(ObjectNode definition) {
    if (definition.get("oneOf").isEmpty()) {
      definition.removeAll().putObject("not");
    }
    return definition;
  }

  private String part(Role role, String name, PartFactory<?, ?> factory) {
    String key = role.label() + "." + name;
    ObjectNode object = typed(name, factory.description(), true);
    definitions.set(key, object);
    addComponents(object, Schema.of(role, factory), Set.of());
    return "#/$defs/" + key;
  }

  /** The reference to a choice among records: each by its name, or with its options. */
  private String alternatives(AlternativeSchema choice) {
    String key = choice.type().getName();
    if (!definitions.has(key)) {
      ArrayNode ways = definitions.putObject(key).putArray("oneOf");
      for (String name : choice.names()) {
        Schema options = choice.get(name);
        boolean required = !name.equals(choice.standard());
        if (allOptional(options)) {
          ways.add(shortForm(name, choice.doc(name)));
        }
        ObjectNode object = typed(name, choice.doc(name), required);
        addComponents(object, options, Set.of());
        ways.add(object);
      }
    }
    return "#/$defs/" + key;
  }

  private static boolean allOptional(Schema schema) {
    return schema.components().stream().noneMatch(Component::required);
  }

  private static ObjectNode shortForm(String name, String description) {
    return JSON.objectNode().put("const", name).put("description", description);
  }

  private static ObjectNode typed(String name, String description, boolean required) {
    ObjectNode object = object();
    object.put("description", description);
    object.withObject("/properties").putObject(Schema.TYPE).put("const", name);
    if (required) {
      object.withArray("/required").add(Schema.TYPE);
    }
    return object;
  }

  private static ObjectNode object() {
    ObjectNode object = JSON.objectNode().put("type", "object");
    object.putObject("properties");
    return object.put("additionalProperties", false);
  }

  private void addComponents(ObjectNode object, Schema schema, Set<String> skip) {
    for (Component component : schema.components()) {
      if (component.inline() || skip.contains(component.name())) {
        continue;
      }
      object.withObject("/properties").set(component.name(), value(component));
      if (component.required()) {
        object.withArray("/required").add(component.name());
      }
    }
  }

  private ObjectNode value(Component component) {
    ObjectNode schema = orForms(value(component.type(), component.bounds()), component);
    if (!component.doc().isEmpty()) {
      schema.put("description", component.doc());
    }
    component.defaultValue().ifPresent(node -> schema.set("default", JsonValues.of(node)));
    return schema;
  }

  /** The list, one of its items, or one of its short forms. */
  private ObjectNode orForms(ObjectNode list, Component component) {
    if (component.forms().isEmpty()) {
      return list;
    }
    ObjectNode either = JSON.objectNode();
    ArrayNode ways = either.putArray("anyOf").add(list).add(list.get("items"));
    for (ListForm form : component.forms()) {
      Schema options = Schema.of(form.options());
      if (allOptional(options)) {
        ways.add(shortForm(form.formName(), form.description()));
      }
      ObjectNode object = typed(form.formName(), form.description(), true);
      addComponents(object, options, Set.of());
      ways.add(object);
    }
    return either;
  }

  private ObjectNode value(ValueType type, Bounds bounds) {
    if (type instanceof ValueType.Maybe maybe) {
      ObjectNode either = JSON.objectNode();
      ArrayNode ways = either.putArray("anyOf").add(value(maybe.value(), bounds));
      ways.addObject().put("type", "null");
      return either;
    }
    if (type instanceof ValueType.Many many) {
      ObjectNode array = JSON.objectNode().put("type", "array");
      array.set("items", value(many.element(), bounds));
      return array;
    }
    if (type instanceof ValueType.Nested nested) {
      return JSON.objectNode().put("$ref", record(Schema.of(nested.type())));
    }
    if (type instanceof ValueType.OneOf choice) {
      return JSON.objectNode().put("$ref", alternatives(choice.schema()));
    }
    if (type instanceof ValueType.Part part) {
      return JSON.objectNode().put("$ref", role(part.role()));
    }
    return JsonValues.schema((ValueType.Scalar) type, bounds);
  }
}
