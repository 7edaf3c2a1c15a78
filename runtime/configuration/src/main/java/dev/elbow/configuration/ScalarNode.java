package dev.elbow.configuration;

import java.util.Objects;
import java.util.Set;

/**
 * A word, a number or a text.
 *
 * @param text without quotes; every spelling of null is {@code null}
 * @param quoted whether it stood in quotes or in a block, and so is a text whatever it looks like
 * @param place where it begins
 */
public record ScalarNode(String text, boolean quoted, Place place) implements ConfigNode {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  public ScalarNode {
    Objects.requireNonNull(place);
    text = !quoted && NULLS.contains(text) ? "null" : text;
  }

  static ScalarNode plain(String text, Place place) {
    return new ScalarNode(text, false, place);
  }

  @Override
  public boolean isNull() {
    return !quoted && text.equals("null");
  }

  @Override
  public ScalarNode at(Place other) {
    return new ScalarNode(text, quoted, other);
  }

  @Override
  public String describe() {
    if (isNull()) {
      return "nothing";
    }
    return (quoted ? "the quoted text \"" : "\"") + text + "\"";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScalarNode that && quoted == that.quoted && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return quoted ? "\"" + text + "\"" : text;
  }
}
