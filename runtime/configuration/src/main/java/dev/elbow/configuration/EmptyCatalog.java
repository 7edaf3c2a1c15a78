package dev.elbow.configuration;

import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.Optional;
import java.util.Set;

enum EmptyCatalog implements PartCatalog {
  INSTANCE;

  @Override
  public Set<String> names(Role role) {
    return Set.of();
  }

  @Override
  public Optional<PartFactory<?, ?>> find(Role role, String name) {
    return Optional.empty();
  }
}
