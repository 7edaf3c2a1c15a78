package dev.elbow.engine.registry;

import dev.elbow.spi.Role;

/** What a configuration names: a role and a plugin's name in it. */
public record PartKey(Role role, String name) {
  @Override
  public String toString() {
    return role.label() + " " + name;
  }
}
