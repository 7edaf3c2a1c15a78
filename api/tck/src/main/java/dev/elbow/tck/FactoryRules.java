package dev.elbow.tck;

import dev.elbow.spi.InputException;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.option.Doc;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;

/** C1 to C3: what a factory publishes. */
final class FactoryRules {
  private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final String UNKNOWN = "no-such-option";

  private FactoryRules() {}

  static void checkNames(PartFactory<?, ?> factory) {
    Faults faults = new Faults();
    Class<?> type = factory.getClass();
    faults.unless(
        factory.name() != null && factory.name().matches(NAME),
        "expected a name of lower-case words with hyphens, found '%s'",
        factory.name());
    faults.unless(
        factory.description() != null && !factory.description().isBlank(),
        "expected a description of one sentence, found '%s'",
        factory.description());
    faults.unless(
        Modifier.isPublic(type.getModifiers()) && hasPublicConstructor(type),
        "expected a public class with a public constructor without parameters, found %s",
        type);
    faults.report();
  }

  private static boolean hasPublicConstructor(Class<?> type) {
    try {
      return Modifier.isPublic(type.getConstructor().getModifiers());
    } catch (NoSuchMethodException none) {
      return false;
    }
  }

  static void checkOptions(Class<?> options) {
    Faults faults = new Faults();
    faults.unless(
        options != null && options.isRecord(),
        "expected a record as optionsType(), found %s",
        options);
    faults.report();
    checkType(options, faults);
    faults.report();
  }

  private static void checkType(Type type, Faults faults) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        checkType(argument, faults);
      }
    } else if (type instanceof Class<?> known && known.isRecord()) {
      for (RecordComponent component : known.getRecordComponents()) {
        Doc doc = component.getAnnotation(Doc.class);
        String place = known.getSimpleName() + "." + component.getName();
        faults.unless(isWritten(doc), "the option %s has no @Doc", place);
        checkType(component.getGenericType(), faults);
      }
    } else if (type instanceof Class<?> known && known.isEnum()) {
      checkConstants(known, faults);
    }
  }

  private static void checkConstants(Class<?> type, Faults faults) {
    for (Object constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name();
      try {
        Doc doc = type.getField(name).getAnnotation(Doc.class);
        faults.unless(isWritten(doc), "the choice %s.%s has no @Doc", type.getSimpleName(), name);
      } catch (NoSuchFieldException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private static boolean isWritten(Doc doc) {
    return doc != null && !doc.value().isBlank();
  }

  static void checkBinding(Parts<?> parts, String configuration, PartContext context) {
    parts.make(configuration, context);
    Faults faults = new Faults();
    String refusal = "nothing";
    try {
      parts.resolve(withUnknown(configuration));
    } catch (InputException refused) {
      refusal = refused.id();
    }
    faults.unless(
        refusal.equals("CFG-UNKNOWN-KEY"),
        "expected CFG-UNKNOWN-KEY for the option '%s', found %s",
        UNKNOWN,
        refusal);
    faults.report();
  }

  /** The option goes in front, so that flow and block style both stay valid. */
  private static String withUnknown(String configuration) {
    String text = configuration.strip();
    return text.startsWith("{")
        ? "{" + UNKNOWN + ": 1, " + text.substring(1)
        : UNKNOWN + ": 1\n" + configuration;
  }
}
