package dev.elbow.launcher;

import dev.elbow.spi.Role;
import java.util.Arrays;
import java.util.Optional;

/** Finds roles by their service type. */
final class Roles {
  private Roles() {}

  static Optional<Role> ofFactory(String serviceType) {
    return Arrays.stream(Role.values())
        .filter(role -> role.factoryType().getName().equals(serviceType))
        .findFirst();
  }
}
