package dev.elbow.launcher;

import dev.elbow.spi.Role;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The reasons for a jar that publishes no factory. */
final class NoPlugin {
  private NoPlugin() {}

  static UnusableException in(PluginJar jar) {
    String roles =
        Arrays.stream(Role.values())
            .map(role -> role.factoryType().getSimpleName())
            .collect(Collectors.joining(", "));
    if (!jar.services().unknown().isEmpty()) {
      return new UnusableException(
          "it publishes %s, which is no role of this Elbow"
              .formatted(String.join(", ", jar.services().unknown())),
          "Publish one of %s, or use the Elbow that the plugin was built for.".formatted(roles));
    }
    return new UnusableException(
        "there is no plugin in it: it publishes no factory",
        "Name the factory in META-INF/services/dev.elbow.spi.<one of %s>. A library that a plugin"
                .formatted(roles)
            + " needs goes into the plugin's jar, or comes as an OSGi bundle.");
  }

  /** The reason for a fragment that is attached to nothing. */
  static UnusableException withoutHost(PluginJar fragment) {
    String host = fragment.fragmentHost().orElse("");
    return new UnusableException(
        "it is a fragment of the bundle %s, which is not here or cannot be used".formatted(host),
        "Drop that bundle into plugins/ too, or remove the fragment.");
  }
}
