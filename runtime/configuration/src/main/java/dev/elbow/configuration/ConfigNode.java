package dev.elbow.configuration;

/**
 * A piece of a configuration and the place it came from.
 *
 * <p>Two nodes are equal if their contents are, wherever they were written; the order of a
 * mapping's keys does not count.
 */
public sealed interface ConfigNode permits MapNode, ListNode, ScalarNode {

  /** Where the node begins. */
  Place place();

  /** The same content, all of it at another place. */
  ConfigNode at(Place place);

  /** What an error message calls the node: {@code "abc"}, {@code a list}. */
  String describe();

  /** Whether it is YAML's null: {@code null}, {@code ~} or nothing at all. */
  default boolean isNull() {
    return false;
  }
}
