package dev.elbow.configuration;

import dev.elbow.spi.Role;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recognises the Java types that a configuration can fill. */
final class ValueTypes {
  static final String SUPPORTED =
      "an int, long, double, boolean, String, Path, enum, record, sealed interface with @Alternatives,"
          + " a part (Network, Posterior ...), or an Optional or List of one of these";

  private static final Map<Class<?>, ValueType> BASIC =
      Map.ofEntries(
          Map.entry(int.class, ValueType.Basic.INT),
          Map.entry(Integer.class, ValueType.Basic.INT),
          Map.entry(long.class, ValueType.Basic.LONG),
          Map.entry(Long.class, ValueType.Basic.LONG),
          Map.entry(double.class, ValueType.Basic.DOUBLE),
          Map.entry(Double.class, ValueType.Basic.DOUBLE),
          Map.entry(boolean.class, ValueType.Basic.BOOLEAN),
          Map.entry(Boolean.class, ValueType.Basic.BOOLEAN),
          Map.entry(String.class, ValueType.Basic.TEXT),
          Map.entry(Path.class, ValueType.Basic.PATH));

  private ValueTypes() {}

  /** Empty if the type is not supported. */
  static Optional<ValueType> of(Type type) {
    if (type instanceof Class<?> plain) {
      return ofClass(plain);
    }
    if (!(type instanceof ParameterizedType generic)) {
      return Optional.empty();
    }
    Optional<ValueType> argument =
        of(generic.getActualTypeArguments()[0]).filter(t -> !(t instanceof ValueType.Maybe));
    if (generic.getRawType() == Optional.class) {
      return argument.map(ValueType.Maybe::new);
    }
    return generic.getRawType() == List.class
        ? argument.map(ValueType.Many::new)
        : Optional.empty();
  }

  private static Optional<ValueType> ofClass(Class<?> type) {
    if (BASIC.containsKey(type)) {
      return Optional.of(BASIC.get(type));
    }
    if (type.isEnum()) {
      @SuppressWarnings("unchecked") // isEnum() is the check
      Class<? extends Enum<?>> choices = (Class<? extends Enum<?>>) type;
      return Optional.of(new ValueType.Choice(choices));
    }
    if (type.isRecord()) {
      return Optional.of(new ValueType.Nested(type.asSubclass(Record.class)));
    }
    if (AlternativeSchema.is(type)) {
      return Optional.of(new ValueType.OneOf(type));
    }
    return Role.ofPartType(type).map(ValueType.Part::new);
  }

  /** The type inside Optionals and Lists. */
  static ValueType innermost(ValueType type) {
    if (type instanceof ValueType.Maybe maybe) {
      return innermost(maybe.value());
    }
    return type instanceof ValueType.Many many ? innermost(many.element()) : type;
  }
}
