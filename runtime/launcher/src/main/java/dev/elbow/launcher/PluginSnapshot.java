package dev.elbow.launcher;

import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All plugins at one moment.
 *
 * @param plugins every factory, active ones in the order of installation, and every jar that failed
 * @param libraries bundles that serve other bundles and publish no factory, such as Felix SCR
 */
public record PluginSnapshot(List<PluginRecord> plugins, List<Library> libraries) {

  /** A bundle without a factory of its own. */
  public record Library(String name, String version, Path jar) {}

  public PluginSnapshot {
    plugins = List.copyOf(plugins);
    libraries = List.copyOf(libraries);
  }

  /**
   * The plugins that {@link java.util.ServiceLoader} finds; for embedders and unit tests, without
   * OSGi.
   */
  public static PluginSnapshot ofClassPath(ClassLoader loader) {
    return ClassPathPlugins.find(Objects.requireNonNull(loader));
  }

  public List<PluginRecord> active() {
    return plugins.stream().filter(PluginRecord::isActive).toList();
  }

  public List<PluginRecord> failed() {
    return plugins.stream().filter(plugin -> !plugin.isActive()).toList();
  }

  /** The active plugin of that role and name; there is at most one. */
  public Optional<PluginRecord> find(Role role, String name) {
    return plugins.stream()
        .filter(plugin -> plugin.isActive() && plugin.role() == role && plugin.name().equals(name))
        .findFirst();
  }

  /** The active factories of a role by name, sorted. */
  public SortedMap<String, PartFactory<?, ?>> factories(Role role) {
    SortedMap<String, PartFactory<?, ?>> byName = new TreeMap<>();
    for (PluginRecord plugin : active()) {
      if (plugin.role() == role) {
        byName.put(plugin.name(), plugin.factory());
      }
    }
    return Collections.unmodifiableSortedMap(byName);
  }
}
