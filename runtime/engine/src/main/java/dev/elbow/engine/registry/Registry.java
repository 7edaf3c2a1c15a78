package dev.elbow.engine.registry;

import dev.elbow.configuration.PartCatalog;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An immutable snapshot of the plugins, as one experiment sees them. */
public final class Registry implements PartCatalog {
  private final Map<PartKey, RegisteredPart> parts;

  @Inject
  Registry(Map<PartKey, RegisteredPart> parts) {
    this.parts = Map.copyOf(parts);
  }

  @Override
  public Set<String> names(Role role) {
    Set<String> names = new TreeSet<>();
    parts.keySet().stream().filter(k -> k.role() == role).forEach(k -> names.add(k.name()));
    return names;
  }

  @Override
  public Optional<PartFactory<?, ?>> find(Role role, String name) {
    return part(new PartKey(role, name)).map(RegisteredPart::factory);
  }

  /** The part and its origin. */
  public Optional<RegisteredPart> part(PartKey key) {
    return Optional.ofNullable(parts.get(key));
  }
}
