package dev.elbow.configuration;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;

/**
 * Makes records out of a resolved configuration or any branch of it, components in the order of
 * their declaration, inner parts before the parts that hold them.
 */
public final class Binder {
  private Binder() {}

  /**
   * A record with its parts.
   *
   * @param resolved of {@link Resolver}, or a mapping inside it
   * @param catalog the one it was resolved with
   * @throws InputException {@code CFG-VALUE} at the record's place if its constructor refuses the
   *     values with an IllegalArgumentException; whatever the maker throws
   * @throws FailureException {@code PLUGIN-FAILED} if its constructor fails otherwise
   */
  public static <R extends Record> R bind(
      ConfigNode resolved, Class<R> type, PartCatalog catalog, PartMaker maker) {
    Object record = new TreeBinder(catalog, maker).value(resolved, new ValueType.Nested(type));
    return type.cast(record);
  }

  /** A record that holds no parts at any depth. */
  public static <R extends Record> R bind(ConfigNode resolved, Class<R> type) {
    return bind(resolved, type, PartCatalog.empty(), Binder::noParts);
  }

  /** A single part, resolved by {@link Resolver#resolve(ConfigNode, Role, PartCatalog)}. */
  public static <P> P bindPart(
      ConfigNode resolved, Class<P> partType, PartCatalog catalog, PartMaker maker) {
    Role role = Role.ofPartType(partType).orElseThrow();
    return partType.cast(new TreeBinder(catalog, maker).value(resolved, new ValueType.Part(role)));
  }

  static Object noParts(Role role, PartFactory<?, ?> factory, Record options, Place place) {
    throw new IllegalStateException("no part can be made here: " + role.label() + " at " + place);
  }
}
