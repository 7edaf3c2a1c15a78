package dev.elbow.tck;

import dev.elbow.launcher.PluginPlatform;
import dev.elbow.launcher.PluginRecord;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Factories packed into plain jars and opened in the plugin framework, as a user's would be. */
final class FelixParts implements AutoCloseable {
  private final Path folder;
  private final PluginPlatform platform;

  private FelixParts(Path folder, PluginPlatform platform) {
    this.folder = folder;
    this.platform = platform;
  }

  /** Packs the classes' origins, a jar each, and starts the framework on them. */
  static FelixParts open(Collection<PartFactory<?, ?>> factories) {
    try {
      Path folder = Files.createTempDirectory("elbow-contract");
      Path bundles = Files.createDirectory(folder.resolve("bundles"));
      Path plugins = Files.createDirectory(folder.resolve("plugins"));
      int number = 0;
      for (var origin : byOrigin(factories).entrySet()) {
        Path jar = plugins.resolve("plugin-%d.jar".formatted(number++));
        PlainPluginJar.write(origin.getKey(), origin.getValue(), jar);
      }
      return new FelixParts(folder, PluginPlatform.start(bundles, plugins));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Map<Path, List<PartFactory<?, ?>>> byOrigin(
      Collection<PartFactory<?, ?>> factories) {
    Map<Path, List<PartFactory<?, ?>>> origins = new LinkedHashMap<>();
    for (PartFactory<?, ?> factory : factories) {
      Path origin = PlainPluginJar.originOf(factory.getClass());
      origins.computeIfAbsent(origin, o -> new ArrayList<>()).add(factory);
    }
    return origins;
  }

  Catalog catalog() {
    return new Catalog(platform.snapshot(), List.of());
  }

  /** Fails, with the framework's reason, unless the factory is there with a class of its own. */
  <P> void requireOwnClass(Class<P> type, PartFactory<P, ?> factory) {
    Role role = Role.ofPartType(type).orElseThrow();
    PluginRecord found =
        platform
            .snapshot()
            .find(role, factory.name())
            .orElseThrow(() -> new AssertionError("the framework refuses it: " + failures()));
    Faults faults = new Faults();
    faults.unless(
        found.factory().getClass() != factory.getClass(),
        "the framework took the class of the class path");
    faults.report();
  }

  private List<String> failures() {
    return platform.snapshot().failed().stream()
        .map(plugin -> plugin.name() + ": " + plugin.reason() + " " + plugin.fix())
        .toList();
  }

  @Override
  public void close() {
    platform.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
