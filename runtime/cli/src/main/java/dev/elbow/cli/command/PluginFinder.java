package dev.elbow.cli.command;

import dev.elbow.configuration.DidYouMean;
import dev.elbow.launcher.PluginRecord;
import dev.elbow.launcher.PluginSnapshot;
import dev.elbow.spi.InputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds a plugin by name, or by role and name where two roles share one. */
record PluginFinder(PluginSnapshot snapshot) {

  /**
   * @param given {@code ar1} or {@code posterior/ar1}
   * @throws InputException if none, or more than one, is meant
   */
  PluginRecord find(String given) {
    List<PluginRecord> found =
        snapshot.active().stream()
            .filter(plugin -> plugin.name().equals(given) || path(plugin).equals(given))
            .toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw found.isEmpty() ? none(given) : ambiguous(given, found);
  }

  private InputException none(String given) {
    Optional<PluginRecord> failed =
        snapshot.failed().stream().filter(plugin -> isNamed(plugin, given)).findFirst();
    if (failed.isPresent()) {
      return new InputException(
          "PLUGIN-FAILED",
          given + " cannot be used: " + failed.get().reason(),
          String.valueOf(failed.get().jar()),
          failed.get().fix());
    }
    List<String> valid = names(given.contains("/"));
    String hint =
        DidYouMean.closest(given, valid).map(name -> "Did you mean " + name + "? ").orElse("");
    return new InputException(
        "PLUGIN-UNKNOWN",
        "there is no plugin named " + given,
        "",
        hint + "Available: " + String.join(", ", valid) + ".");
  }

  /** A jar that failed early has no other name than its file's. */
  private static boolean isNamed(PluginRecord plugin, String given) {
    return plugin.name().equals(given) || plugin.name().equals(given + ".jar");
  }

  private List<String> names(boolean withRole) {
    return snapshot.active().stream()
        .map(plugin -> withRole ? path(plugin) : plugin.name())
        .distinct()
        .sorted()
        .toList();
  }

  private static InputException ambiguous(String given, List<PluginRecord> found) {
    return new InputException(
        "PLUGIN-AMBIGUOUS",
        "more than one role has a plugin named " + given,
        "",
        "Name the role too: "
            + found.stream().map(PluginFinder::path).collect(Collectors.joining(", "))
            + ".");
  }

  private static String path(PluginRecord plugin) {
    return plugin.role().label() + "/" + plugin.name();
  }
}
