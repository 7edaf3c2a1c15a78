package dev.elbow.configuration;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An option record as a table, for {@code elbow plugins describe} and the manual. */
public final class OptionTable {

  /**
   * One option.
   *
   * @param key the way to it, such as {@code weight.value}; in a list {@code terms[].weight}; of
   *     one alternative {@code rule (sgd).momentum}
   * @param type in words, such as {@code a list of whole numbers}
   * @param standard the default as YAML, {@code required}, or {@code none} for an option that may
   *     be absent
   * @param range such as {@code 0 < x <= 1}, or empty
   * @param doc a sentence, or empty
   * @param choices the words to choose from, if it is such an option
   */
  public record Row(
      String key, String type, String standard, String range, String doc, List<Choice> choices) {

    public Row {
      choices = List.copyOf(choices);
    }
  }

  /**
   * A word to choose.
   *
   * @param doc a sentence, or empty
   */
  public record Choice(String name, String doc) {}

  private final List<Row> rows = new ArrayList<>();

  private OptionTable() {}

  /** The options of a record, those of nested records after the key that holds them. */
  public static List<Row> of(Class<? extends Record> type) {
    return of(Schema.of(type));
  }

  /**
   * The options of a plugin.
   *
   * @throws FailureException {@code SCHEMA-...} if they cannot be configured
   */
  public static List<Row> of(Role role, PartFactory<?, ?> factory) {
    return of(Schema.of(role, factory));
  }

  private static List<Row> of(Schema schema) {
    OptionTable table = new OptionTable();
    table.add(schema, "", List.of());
    return List.copyOf(table.rows);
  }

  private void add(Schema schema, String prefix, List<Class<?>> around) {
    List<Class<?>> inside = new ArrayList<>(around);
    inside.add(schema.type());
    for (Component component : schema.components()) {
      String key = prefix + (component.inline() ? Schema.TYPE : component.name());
      rows.add(row(key, component));
      boolean list = component.type() instanceof ValueType.Many;
      if (ValueTypes.innermost(component.type()) instanceof ValueType.Nested nested
          && !inside.contains(nested.type())) {
        add(Schema.of(nested.type()), key + (list ? "[]." : "."), inside);
      }
      if (ValueTypes.innermost(component.type()) instanceof ValueType.OneOf choice) {
        String owner = key + (list ? "[]" : "");
        choice.schema().records().forEach((name, record) -> add(record, owner, name, inside));
      }
    }
  }

  private void add(
      Class<? extends Record> record, String owner, String name, List<Class<?>> inside) {
    if (!inside.contains(record)) {
      add(Schema.of(record), "%s (%s).".formatted(owner, name), inside);
    }
  }

  private static Row row(String key, Component component) {
    String type = component.type().words();
    return new Row(
        key,
        component.inline() ? type + ", its options beside it" : type,
        standard(component),
        component.bounds().describe(),
        component.doc(),
        choices(ValueTypes.innermost(component.type())));
  }

  private static String standard(Component component) {
    return component
        .defaultValue()
        .map(OptionTable::yaml)
        .orElse(component.required() ? "required" : "none");
  }

  /** In one line, as one would write it after the key. */
  private static String yaml(ConfigNode node) {
    if (node instanceof ListNode list) {
      return list.items().stream().map(OptionTable::yaml).toList().toString();
    }
    if (node instanceof MapNode map) {
      List<String> entries = new ArrayList<>();
      map.entries().forEach((key, value) -> entries.add(key + ": " + yaml(value)));
      return "{" + String.join(", ", entries) + "}";
    }
    return node.toString();
  }

  private static List<Choice> choices(ValueType type) {
    if (type instanceof ValueType.OneOf one) {
      AlternativeSchema all = one.schema();
      return all.names().stream().map(name -> new Choice(name, all.doc(name))).toList();
    }
    return type instanceof ValueType.Choice choice
        ? Arrays.stream(choice.type().getEnumConstants())
            .map(constant -> new Choice(EnumNames.of(constant), EnumNames.doc(constant)))
            .toList()
        : List.of();
  }
}
