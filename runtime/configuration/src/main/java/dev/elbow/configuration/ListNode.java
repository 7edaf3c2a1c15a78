package dev.elbow.configuration;

import java.util.List;
import java.util.Objects;

/**
 * A YAML sequence.
 *
 * @param items in order
 * @param place where it begins
 */
public record ListNode(List<ConfigNode> items, Place place) implements ConfigNode {

  public ListNode {
    items = List.copyOf(items);
    Objects.requireNonNull(place);
  }

  @Override
  public ListNode at(Place other) {
    return new ListNode(items.stream().map(item -> item.at(other)).toList(), other);
  }

  @Override
  public String describe() {
    return "a list";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ListNode that && items.equals(that.items);
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }

  @Override
  public String toString() {
    return items.toString();
  }
}
