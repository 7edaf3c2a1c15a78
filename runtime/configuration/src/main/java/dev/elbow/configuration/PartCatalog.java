package dev.elbow.configuration;

import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.Optional;
import java.util.Set;

/** The plugins that a configuration may name. */
public interface PartCatalog {

  /** The names of a role's factories, in the order in which users should see them. */
  Set<String> names(Role role);

  /** The factory of that name in that role. */
  Optional<PartFactory<?, ?>> find(Role role, String name);

  /** A catalog without plugins, for records without parts. */
  static PartCatalog empty() {
    return EmptyCatalog.INSTANCE;
  }
}
