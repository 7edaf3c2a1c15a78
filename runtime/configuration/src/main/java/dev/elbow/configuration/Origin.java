package dev.elbow.configuration;

import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.security.CodeSource;
import java.util.Optional;

/** Names classes and plugins with the jar they came from. */
final class Origin {
  private Origin() {}

  /** {@code org.acme.SnakeOptions in snake-1.0.jar}. */
  static String of(Class<?> type) {
    return type.getName() + jar(type).map(jar -> " in " + jar).orElse("");
  }

  /** {@code decoder snake (org.acme.SnakeFactory in snake-1.0.jar)}. */
  static String of(Role role, String name, PartFactory<?, ?> factory) {
    return "%s %s (%s)".formatted(role.label(), name, of(factory.getClass()));
  }

  private static Optional<String> jar(Class<?> type) {
    return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
        .map(CodeSource::getLocation)
        .map(url -> url.toString().replaceAll("/+$", ""))
        .map(url -> url.substring(url.lastIndexOf('/') + 1));
  }
}
