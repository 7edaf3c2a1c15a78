package dev.elbow.configuration;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.option.Doc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The option records that a sealed interface permits.
 *
 * @param type the interface
 * @param records by name, in the order of their declaration
 * @param standard the name that a mapping without {@code type} means
 */
record AlternativeSchema(
    Class<?> type, Map<String, Class<? extends Record>> records, String standard) {

  private static final ClassValue<AlternativeSchema> CACHE =
      new ClassValue<>() {
        @Override
        protected AlternativeSchema computeValue(Class<?> type) {
          return read(type);
        }
      };

  static boolean is(Class<?> type) {
    return type.isInterface() && type.isAnnotationPresent(Alternatives.class);
  }

  /**
   * The alternatives of an annotated interface.
   *
   * @throws FailureException {@code SCHEMA-ALTERNATIVES} if no configuration could choose among
   *     them
   */
  static AlternativeSchema of(Class<?> type) {
    return CACHE.get(type);
  }

  private static AlternativeSchema read(Class<?> type) {
    require(type.isSealed(), type, "is not sealed");
    Map<String, Class<? extends Record>> records = new LinkedHashMap<>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      Alternative name = permitted.getAnnotation(Alternative.class);
      boolean usable = permitted.isRecord() && name != null;
      require(usable, type, permitted.getName() + " is no record with an @Alternative");
      Class<? extends Record> record = permitted.asSubclass(Record.class);
      boolean clash = Schema.of(record).keysInOrder().contains(Schema.TYPE);
      require(!clash, type, permitted.getName() + " hides the key type");
      boolean first = records.put(name.value(), record) == null;
      require(first, type, "two alternatives have the name " + name.value());
    }
    String standard = type.getAnnotation(Alternatives.class).standard();
    require(records.containsKey(standard), type, "there is no alternative named " + standard);
    return new AlternativeSchema(type, records, standard);
  }

  private static void require(boolean condition, Class<?> type, String problem) {
    if (!condition) {
      throw SchemaReader.defect(
          "SCHEMA-ALTERNATIVES", type.getName() + ": " + problem, Origin.of(type));
    }
  }

  List<String> names() {
    return List.copyOf(records.keySet());
  }

  /** The alternative of that name. */
  Optional<Schema> find(String name) {
    return Optional.ofNullable(records.get(name)).map(Schema::of);
  }

  Schema get(String name) {
    return find(name).orElseThrow();
  }

  /** The alternative's sentence, or empty. */
  String doc(String name) {
    Doc doc = records.get(name).getAnnotation(Doc.class);
    return doc == null ? "" : doc.value();
  }

  /** The names whose record has the option. */
  List<String> having(String key) {
    List<String> names = new ArrayList<>(names());
    names.removeIf(name -> get(name).component(key).isEmpty());
    return names;
  }
}
