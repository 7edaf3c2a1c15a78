package dev.elbow.launcher;

import dev.elbow.launcher.PluginSnapshot.Library;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects records; of two factories with one role and name the first stays. */
final class SnapshotBuilder {
  private record Key(Role role, String name) {}

  private final List<PluginRecord> plugins = new ArrayList<>();
  private final List<Library> libraries = new ArrayList<>();
  private final Map<Key, Origin> taken = new HashMap<>();

  /** Adds a factory, as failed if it breaks the contract or its name is taken. */
  void offer(Role role, Object candidate, Origin origin) {
    String name = origin.fileName();
    try {
      PartFactory<?, ?> factory = FactoryContract.ofRole(role, candidate);
      name = FactoryContract.name(factory);
      FactoryContract.checkOptions(factory);
      String description = FactoryContract.description(factory);
      claim(new Key(role, name), origin);
      plugins.add(PluginRecord.active(role, name, origin, description, factory));
    } catch (UnusableException problem) {
      plugins.add(PluginRecord.failed(role, name, origin, problem));
    }
  }

  /** Adds a failure; the role is null if it is not known. */
  void fail(Role role, Origin origin, UnusableException problem) {
    plugins.add(PluginRecord.failed(role, origin.fileName(), origin, problem));
  }

  void library(Origin origin) {
    libraries.add(new Library(origin.bundle(), origin.version(), origin.jar()));
  }

  PluginSnapshot build() {
    return new PluginSnapshot(plugins, libraries);
  }

  private void claim(Key key, Origin origin) throws UnusableException {
    Origin first = taken.putIfAbsent(key, origin);
    if (first != null) {
      throw new UnusableException(
          "%s '%s' of %s is published already by %s"
              .formatted(key.role().label(), key.name(), origin.place(), first.place()),
          "Remove one of the two jars, or ask an author to choose another name.");
    }
  }
}
