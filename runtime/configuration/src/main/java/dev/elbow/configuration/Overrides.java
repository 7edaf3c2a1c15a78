package dev.elbow.configuration;

import dev.elbow.spi.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Applies {@code --set key.path=value} to a configuration; the value is YAML. */
public final class Overrides {
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*(\\.[A-Za-z0-9_][A-Za-z0-9_-]*)*");
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");

  private Overrides() {}

  /**
   * The tree with each assignment applied, in order; mappings on the way are made as needed.
   *
   * @param assignments such as {@code objective.0.weight=2}, items counted from 0
   * @throws InputException if one is not of this form, or leads through a list's end or a scalar
   */
  public static ConfigNode apply(ConfigNode root, List<String> assignments) {
    ConfigNode tree = root;
    for (String assignment : assignments) {
      tree = apply(tree, assignment);
    }
    return tree;
  }

  /**
   * The tree with one value put at a path, what was there replaced.
   *
   * @param path such as {@code objective.0.weight}
   * @throws InputException at the value's place, if the path is none, or leads through a list's end
   *     or a scalar
   */
  public static ConfigNode set(ConfigNode root, String path, ConfigNode value) {
    if (!PATH.matcher(path).matches()) {
      throw new InputException(
          "CFG-SET",
          "expected a path such as training.epochs, found \"" + path + "\"",
          value.place().toString(),
          "Write the keys that lead there with dots, items of lists counted from 0.");
    }
    return set(root, List.of(path.split("\\.")), KeyPath.ROOT, value);
  }

  private static ConfigNode apply(ConfigNode root, String assignment) {
    Place place = Place.of("--set " + assignment);
    int equals = assignment.indexOf('=');
    String path = equals < 0 ? "" : assignment.substring(0, equals).strip();
    if (!PATH.matcher(path).matches()) {
      throw new InputException(
          "CFG-SET",
          "expected key.path=value, found \"" + assignment + "\"",
          place.toString(),
          "Write for example --set training.epochs=5 or --set objective.0.weight=2.");
    }
    ConfigNode value = YamlReader.readValue(assignment.substring(equals + 1), place);
    return set(root, List.of(path.split("\\.")), KeyPath.ROOT, value);
  }

  private static ConfigNode set(
      ConfigNode target, List<String> keys, KeyPath path, ConfigNode value) {
    if (keys.isEmpty()) {
      return value;
    }
    String key = keys.get(0);
    List<String> rest = keys.subList(1, keys.size());
    if (target instanceof ListNode list) {
      int index = index(key, list.items().size(), path, value.place());
      List<ConfigNode> items = new ArrayList<>(list.items());
      items.set(index, set(items.get(index), rest, path.child(key), value));
      return new ListNode(items, list.place());
    }
    if (target.isNull() && INDEX.matcher(key).matches()) {
      throw outOfRange(key, 0, path, value.place());
    }
    MapNode map = map(target, key, path, value);
    ConfigNode old = map.find(key).orElse(ScalarNode.plain("", value.place()));
    return map.with(key, set(old, rest, path.child(key), value));
  }

  private static MapNode map(ConfigNode target, String key, KeyPath path, ConfigNode value) {
    if (target instanceof MapNode map) {
      return map;
    }
    if (target.isNull()) {
      return new MapNode(Map.of(), value.place());
    }
    throw new InputException(
        "CFG-SET",
        "cannot set %s: %s is %s, not a mapping (%s)"
            .formatted(path.child(key), path, target.describe(), target.place()),
        value.place().toString(),
        "Set all of it, for example --set '%s={type: %s, %s: ...}'."
            .formatted(path, ((ScalarNode) target).text(), key));
  }

  private static int index(String key, int size, KeyPath path, Place place) {
    if (!INDEX.matcher(key).matches()) {
      throw new InputException(
          "CFG-SET",
          "%s is a list: expected the number of an item, found \"%s\"".formatted(path, key),
          place.toString(),
          "Write %s.0 for its first item.".formatted(path));
    }
    if (Integer.parseInt(key) >= size) {
      throw outOfRange(key, size, path, place);
    }
    return Integer.parseInt(key);
  }

  private static InputException outOfRange(String key, int size, KeyPath path, Place place) {
    String found =
        switch (size) {
          case 0 -> "none are given";
          case 1 -> "only item 0 is given";
          default -> "only items 0 to %d are given".formatted(size - 1);
        };
    return new InputException(
        "CFG-SET-INDEX",
        "%s has no item %s: %s".formatted(path, key, found),
        place.toString(),
        "Set the whole list, for example --set '%s=[...]'.".formatted(path));
  }
}
