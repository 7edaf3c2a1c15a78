package dev.elbow.launcher;

import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Iterator;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Plugins by {@link ServiceLoader}; one that fails does not hide the others. */
final class ClassPathPlugins {
  private static final Origin UNKNOWN = new Origin("class path", "0", null, "");

  private ClassPathPlugins() {}

  static PluginSnapshot find(ClassLoader loader) {
    SnapshotBuilder builder = new SnapshotBuilder();
    for (Role role : Role.values()) {
      collect(role, loader, builder);
    }
    return builder.build();
  }

  @SuppressWarnings("rawtypes") // Role.factoryType() is raw: a class literal knows no options
  private static void collect(Role role, ClassLoader loader, SnapshotBuilder builder) {
    Iterator<? extends ServiceLoader.Provider<? extends PartFactory>> providers =
        ServiceLoader.load(role.factoryType(), loader).stream().iterator();
    while (true) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        add(role, providers.next(), builder);
      } catch (ServiceConfigurationError problem) {
        // The loader goes on with the next line of the service file, as it documents.
        builder.fail(
            role,
            UNKNOWN,
            new UnusableException(
                problem.getMessage(),
                "Correct the name in META-INF/services, or add the jar that has the class.",
                problem));
      }
    }
  }

  @SuppressWarnings("rawtypes")
  private static void add(
      Role role, ServiceLoader.Provider<? extends PartFactory> provider, SnapshotBuilder builder) {
    Origin origin = origin(provider.type());
    try {
      builder.offer(role, provider.get(), origin);
    } catch (ServiceConfigurationError problem) {
      Throwable cause = problem.getCause() == null ? problem : problem.getCause();
      builder.fail(role, origin, PluginDefect.explain(provider.type().getName(), cause));
    } catch (LinkageError problem) {
      builder.fail(role, origin, PluginDefect.explain(provider.type().getName(), problem));
    }
  }

  private static Origin origin(Class<?> type) {
    Path jar = location(type).orElse(null);
    String version = type.getPackage().getImplementationVersion();
    String bundle = jar == null ? type.getPackageName() : jar.getFileName().toString();
    String digest = jar != null && Files.isRegularFile(jar) ? Digests.sha256(jar) : "";
    return new Origin(bundle, version == null ? "0" : version, jar, digest);
  }

  private static Optional<Path> location(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null || !location.getProtocol().equals("file")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(location.toURI()));
    } catch (URISyntaxException unusual) {
      return Optional.empty();
    }
  }
}
