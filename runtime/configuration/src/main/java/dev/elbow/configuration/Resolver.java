package dev.elbow.configuration;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Role;

/**
 * Checks a configuration as a whole, before anything is made of it, and completes it.
 *
 * <p>The result holds every key: defaults are written out at every depth, short forms are expanded,
 * numbers and words have their plain spelling. It is a valid configuration itself and resolves to
 * an equal one.
 */
public final class Resolver {
  private Resolver() {}

  /**
   * The configuration, complete.
   *
   * @param root a mapping, or null for one without keys
   * @param type the record that it fills
   * @throws InputException for the user's mistakes, one a line, in the order of their places; the
   *     first gives the id, which is {@code CFG-UNKNOWN-KEY}, {@code CFG-UNKNOWN-PLUGIN}, {@code
   *     CFG-TYPE}, {@code CFG-RANGE}, {@code CFG-ENUM}, {@code CFG-REQUIRED}, {@code CFG-VALUE} or
   *     {@code CFG-TOO-DEEP}
   * @throws FailureException {@code SCHEMA-...} if a plugin's option record cannot be configured
   */
  public static MapNode resolve(
      ConfigNode root, Class<? extends Record> type, PartCatalog catalog) {
    Problems problems = new Problems();
    ConfigNode resolved =
        new TreeResolver(catalog, problems)
            .value(root, new ValueType.Nested(type), Bounds.ANY, KeyPath.ROOT);
    problems.throwIfAny();
    return (MapNode) resolved;
  }

  /** A single part, as {@code --set}, a test or a command may name it: {@code ar1}. */
  public static MapNode resolve(ConfigNode part, Role role, PartCatalog catalog) {
    Problems problems = new Problems();
    ConfigNode resolved =
        new TreeResolver(catalog, problems)
            .value(part, new ValueType.Part(role), Bounds.ANY, new KeyPath(role.label(), 1));
    problems.throwIfAny();
    return (MapNode) resolved;
  }
}
