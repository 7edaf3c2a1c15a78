package dev.elbow.launcher;

import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** What {@link PartFactory} promises and the compiler does not check. */
final class FactoryContract {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  private FactoryContract() {}

  /** The candidate as a factory of the role, which it is not if its jar carries its own SPI. */
  static PartFactory<?, ?> ofRole(Role role, Object candidate) throws UnusableException {
    if (role.factoryType().isInstance(candidate)) {
      return (PartFactory<?, ?>) candidate;
    }
    throw otherType(role, candidate.getClass());
  }

  static UnusableException otherType(Role role, Class<?> type) {
    return new UnusableException(
        "%s does not implement %s of this Elbow".formatted(type.getName(), role.factoryType()),
        "Implement the interface, and keep dev.elbow.spi out of the jar: elbow-spi has scope"
            + " provided, and a bundle imports dev.elbow.spi.");
  }

  static String name(PartFactory<?, ?> factory) throws UnusableException {
    String name = ask(factory, "name", factory::name);
    if (name == null || !NAME.matcher(name).matches()) {
      throw new UnusableException(
          "%s has the name %s, expected lower-case letters, digits and hyphens, beginning with a letter"
              .formatted(factory.getClass().getName(), name == null ? "null" : "'" + name + "'"),
          "Return a name such as 'my-part' from name().");
    }
    return name;
  }

  static void checkOptions(PartFactory<?, ?> factory) throws UnusableException {
    // Erased generics: a factory compiled without them can return any class, or null.
    Class<?> options = ask(factory, "optionsType", factory::optionsType);
    if (options == null || !options.isRecord()) {
      throw new UnusableException(
          "%s has the options type %s, expected a record class"
              .formatted(
                  factory.getClass().getName(), options == null ? "null" : options.getName()),
          "Return a record class from optionsType(); NoOptions.class if there is nothing to"
              + " choose.");
    }
  }

  static String description(PartFactory<?, ?> factory) throws UnusableException {
    String description = ask(factory, "description", factory::description);
    return description == null ? "" : description;
  }

  private static <T> T ask(PartFactory<?, ?> factory, String method, Callable<T> question)
      throws UnusableException {
    try {
      return question.call();
    } catch (Exception | LinkageError | AssertionError problem) {
      throw PluginDefect.explain(factory.getClass().getName() + "." + method + "()", problem);
    }
  }
}
