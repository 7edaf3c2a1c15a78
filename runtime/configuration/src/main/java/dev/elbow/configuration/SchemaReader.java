package dev.elbow.configuration;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Inline;
import dev.elbow.spi.option.Range;
import dev.elbow.spi.option.Shorthand;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a record's components and annotations, refusing what no configuration could fill. */
final class SchemaReader {
  static final String DEFECT = "This is a defect of the plugin: please tell its author.";

  private final Class<? extends Record> type;

  private SchemaReader(Class<? extends Record> type) {
    this.type = type;
  }

  static Schema read(Class<? extends Record> type) {
    return new SchemaReader(type).read();
  }

  static FailureException defect(String id, String problem, String place) {
    return new FailureException(id, problem, place, DEFECT);
  }

  private Schema read() {
    List<Component> components =
        Arrays.stream(type.getRecordComponents()).map(this::component).toList();
    checkInline(components);
    Shorthand shorthand = type.getAnnotation(Shorthand.class);
    Optional<Component> scalar =
        Optional.ofNullable(shorthand).map(s -> named(s.value(), components));
    return new Schema(type, components, scalar);
  }

  private Component component(RecordComponent component) {
    String name = component.getName();
    ValueType value =
        ValueTypes.of(component.getGenericType()).orElseThrow(() -> unsupported(component));
    Range range = component.getAnnotation(Range.class);
    Doc doc = component.getAnnotation(Doc.class);
    Component read =
        new Component(
            name,
            value,
            doc == null ? "" : doc.value(),
            defaultValue(component),
            Bounds.of(range),
            component.isAnnotationPresent(Inline.class),
            forms(component));
    checkRange(read, range);
    checkDefault(read);
    return read;
  }

  private static List<ListForm> forms(RecordComponent component) {
    Forms forms = component.getAnnotation(Forms.class);
    return forms == null ? List.of() : List.of(forms.value().getEnumConstants());
  }

  private FailureException unsupported(RecordComponent component) {
    return defect(
        "SCHEMA-UNSUPPORTED",
        "the component %s has the type %s; expected %s"
            .formatted(
                component.getName(),
                component.getGenericType().getTypeName(),
                ValueTypes.SUPPORTED));
  }

  private Optional<ConfigNode> defaultValue(RecordComponent component) {
    Default annotation = component.getAnnotation(Default.class);
    if (annotation == null) {
      return Optional.empty();
    }
    Place place = Place.of("default of " + component.getName() + " in " + Origin.of(type));
    try {
      return Optional.of(YamlReader.readValue(annotation.value(), place));
    } catch (InputException e) {
      throw badDefault(component.getName(), e.problem());
    }
  }

  private void checkRange(Component component, Range range) {
    if (range == null) {
      return;
    }
    boolean number =
        ValueTypes.innermost(component.type()) instanceof ValueType.Basic basic && basic.isNumber();
    if (!number || component.bounds().isEmpty()) {
      String problem =
          number ? "no number is in the range of " : "the @Range is not on a number, but on ";
      throw defect("SCHEMA-RANGE", problem + component.name());
    }
  }

  /** Nested records and parts are not looked into: their schemas may need this one. */
  private void checkDefault(Component component) {
    component.defaultValue().ifPresent(node -> checkDefault(component, component.type(), node));
  }

  private void checkDefault(Component component, ValueType value, ConfigNode node) {
    if (value instanceof ValueType.Maybe maybe) {
      if (!node.isNull()) {
        checkDefault(component, maybe.value(), node);
      }
    } else if (value instanceof ValueType.Many many) {
      if (!(node instanceof ListNode list)) {
        throw badDefault(component.name(), "expected a list, found " + node.describe());
      }
      list.items().forEach(item -> checkDefault(component, many.element(), item));
    } else if (value instanceof ValueType.Scalar scalar) {
      try {
        ScalarValues.read(scalar, node, component.bounds());
      } catch (ValueFault e) {
        throw badDefault(component.name(), e.getMessage());
      }
    }
  }

  private void checkInline(List<Component> components) {
    List<Component> inline = components.stream().filter(Component::inline).toList();
    if (inline.stream().anyMatch(c -> !(c.type() instanceof ValueType.Part))) {
      throw defect("SCHEMA-INLINE", "@Inline is on a component that is no part");
    }
    if (inline.size() > 1) {
      throw defect("SCHEMA-INLINE", "expected at most one @Inline component");
    }
    boolean clash = components.stream().anyMatch(c -> c.name().equals(Schema.TYPE));
    if (!inline.isEmpty() && clash) {
      throw defect("SCHEMA-TYPE-KEY", "the component type hides the inline part's type");
    }
  }

  private Component named(String name, List<Component> components) {
    return components.stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> defect("SCHEMA-SHORTHAND", "@Shorthand names no component: \"" + name + "\""));
  }

  private FailureException badDefault(String component, String problem) {
    return defect("SCHEMA-DEFAULT", "the default of " + component + ": " + problem);
  }

  private FailureException defect(String id, String problem) {
    return defect(id, type.getName() + ": " + problem, Origin.of(type));
  }
}
