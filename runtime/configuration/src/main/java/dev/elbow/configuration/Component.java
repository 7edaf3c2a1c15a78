package dev.elbow.configuration;

import java.util.List;
import java.util.Optional;

/**
 * One component of an option record.
 *
 * @param name the YAML key
 * @param doc one sentence, or empty
 * @param defaultValue as the annotation writes it
 * @param bounds of a number, or of each number in a list
 * @param inline whether it is a part whose keys stand among the record's own
 * @param forms in which a list may be written too
 */
record Component(
    String name,
    ValueType type,
    String doc,
    Optional<ConfigNode> defaultValue,
    Bounds bounds,
    boolean inline,
    List<ListForm> forms) {

  boolean required() {
    return defaultValue.isEmpty() && !(type instanceof ValueType.Maybe);
  }
}
