package dev.elbow.configuration;

import dev.elbow.spi.option.Doc;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An enum's constants as users write them: {@code leaky-relu} for LEAKY_RELU. */
final class EnumNames {
  private EnumNames() {}

  static String of(Enum<?> constant) {
    return kebab(constant.name());
  }

  static List<String> all(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(EnumNames::of).toList();
  }

  /** The constant of that name, in any case and with either separator. */
  static Optional<Enum<?>> find(Class<? extends Enum<?>> type, String name) {
    return Arrays.<Enum<?>>stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(kebab(name)))
        .findFirst();
  }

  /** The constant's sentence, empty if it has none. */
  static String doc(Enum<?> constant) {
    try {
      Doc doc = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Doc.class);
      return doc == null ? "" : doc.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(constant + " is not a field of its own enum", e);
    }
  }

  /** In the spelling of a configuration. */
  static String kebab(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
