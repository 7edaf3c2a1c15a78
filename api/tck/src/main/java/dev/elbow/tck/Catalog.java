package dev.elbow.tck;

import dev.elbow.configuration.PartCatalog;
import dev.elbow.launcher.PluginSnapshot;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Factories by role and name; a later one of the same name replaces an earlier one. */
final class Catalog implements PartCatalog {
  private final Map<Role, SortedMap<String, PartFactory<?, ?>>> factories =
      new EnumMap<>(Role.class);

  Catalog(PluginSnapshot snapshot, Collection<PartFactory<?, ?>> more) {
    for (Role role : Role.values()) {
      factories.put(role, new TreeMap<>(snapshot.factories(role)));
    }
    more.forEach(factory -> factories.get(roleOf(factory)).put(factory.name(), factory));
  }

  /** The role under whose service a factory is published. */
  static Role roleOf(PartFactory<?, ?> factory) {
    return Arrays.stream(Role.values())
        .filter(role -> role.factoryType().isInstance(factory))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(factory.getClass() + " implements no role's factory"));
  }

  @Override
  public Set<String> names(Role role) {
    return factories.get(role).keySet();
  }

  @Override
  public Optional<PartFactory<?, ?>> find(Role role, String name) {
    return Optional.ofNullable(factories.get(role).get(name));
  }
}
