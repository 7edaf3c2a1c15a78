package dev.elbow.experiments.run;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.ListNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key that two configurations answer differently.
 *
 * @param path such as {@code training.epochs}
 * @param found in the folder
 * @param wanted by the experiment
 */
public record Difference(String path, String found, String wanted) {
  /** What a run is called, where it computes, and what is measured change no weight of it. */
  private static final Set<String> IGNORED = Set.of("name", "backend", "evaluation");

  /** The differences of two resolved configurations that make them other trainings. */
  static List<Difference> between(MapNode found, MapNode wanted) {
    List<Difference> differences = new ArrayList<>();
    compare("", Optional.of(found), Optional.of(wanted), differences);
    return differences;
  }

  private static void compare(
      String path,
      Optional<ConfigNode> found,
      Optional<ConfigNode> wanted,
      List<Difference> differences) {
    if (present(found).equals(present(wanted)) || isSameNumber(found, wanted)) {
      return;
    }
    if (found.orElse(null) instanceof MapNode a && wanted.orElse(null) instanceof MapNode b) {
      Set<String> keys = new LinkedHashSet<>(a.entries().keySet());
      keys.addAll(b.entries().keySet());
      for (String key : keys) {
        if (!path.isEmpty() || !IGNORED.contains(key)) {
          String child = path.isEmpty() ? key : path + "." + key;
          compare(child, a.find(key), b.find(key), differences);
        }
      }
      return;
    }
    if (found.orElse(null) instanceof ListNode a
        && wanted.orElse(null) instanceof ListNode b
        && a.items().size() == b.items().size()) {
      for (int i = 0; i < a.items().size(); i++) {
        Optional<ConfigNode> here = Optional.of(a.items().get(i));
        compare(path + "." + i, here, Optional.of(b.items().get(i)), differences);
      }
      return;
    }
    differences.add(new Difference(path, text(found), text(wanted)));
  }

  /** {@code 1} and {@code 1.0}, {@code 1.0e-3} and {@code 0.001}. */
  private static boolean isSameNumber(Optional<ConfigNode> found, Optional<ConfigNode> wanted) {
    return found.orElse(null) instanceof ScalarNode a
        && wanted.orElse(null) instanceof ScalarNode b
        && number(a).isPresent()
        && number(a).equals(number(b));
  }

  private static Optional<Double> number(ScalarNode scalar) {
    try {
      return scalar.quoted() ? Optional.empty() : Optional.of(Double.valueOf(scalar.text()));
    } catch (NumberFormatException word) {
      return Optional.empty();
    }
  }

  /** A key that is null is the same as one that is not there. */
  private static Optional<ConfigNode> present(Optional<ConfigNode> node) {
    return node.filter(n -> !n.isNull());
  }

  private static String text(Optional<ConfigNode> node) {
    return present(node).map(FlowYaml::write).orElse("not given");
  }

  @Override
  public String toString() {
    return path + ": " + found + " in the folder, " + wanted + " here";
  }
}
