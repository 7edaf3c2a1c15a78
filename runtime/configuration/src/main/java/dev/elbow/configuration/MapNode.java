package dev.elbow.configuration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * A YAML mapping.
 *
 * @param entries in order
 * @param keyPlaces where the keys stand, as far as known
 * @param place where it begins
 */
public record MapNode(Map<String, ConfigNode> entries, Map<String, Place> keyPlaces, Place place)
    implements ConfigNode {

  public MapNode {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    keyPlaces = Map.copyOf(keyPlaces);
    Objects.requireNonNull(place);
  }

  /** A mapping whose keys' places are not known apart from its own. */
  public MapNode(Map<String, ConfigNode> entries, Place place) {
    this(entries, Map.of(), place);
  }

  /** The value of a key, if it is there. */
  public Optional<ConfigNode> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /**
   * The value of a key that a resolved configuration is known to have.
   *
   * @throws NoSuchElementException if it is not there
   */
  public ConfigNode get(String key) {
    return find(key)
        .orElseThrow(() -> new NoSuchElementException(key + " is not among " + entries.keySet()));
  }

  /** Where a key stands; the place of the mapping if that is not known. */
  public Place keyPlace(String key) {
    return keyPlaces.getOrDefault(key, place);
  }

  /** The mapping with a key set, in its old position if it was there. */
  public MapNode with(String key, ConfigNode value) {
    Map<String, ConfigNode> changed = new LinkedHashMap<>(entries);
    changed.put(key, value);
    Map<String, Place> places = new LinkedHashMap<>(keyPlaces);
    places.put(key, value.place());
    return new MapNode(changed, places, place);
  }

  @Override
  public MapNode at(Place other) {
    Map<String, ConfigNode> moved = new LinkedHashMap<>();
    entries.forEach((key, value) -> moved.put(key, value.at(other)));
    return new MapNode(moved, other);
  }

  @Override
  public String describe() {
    return "a mapping";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MapNode that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
