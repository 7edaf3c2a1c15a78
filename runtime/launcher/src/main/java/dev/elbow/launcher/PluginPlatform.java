package dev.elbow.launcher;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;

/**
 * The plugin jars of an installation, opened in an OSGi framework inside this process.
 *
 * <p>ND4J's natives are not touched. The factories of the snapshot can be used until the platform
 * is closed; until then the framework's threads keep the JVM alive.
 */
public final class PluginPlatform implements AutoCloseable {
  private record Installed(PluginJar jar, Origin origin, boolean bundled) {}

  private final Storage storage = Storage.create();
  private final SystemPackages packages = SystemPackages.read();
  private final SnapshotBuilder builder = new SnapshotBuilder();
  private final Map<Bundle, Installed> installed = new LinkedHashMap<>();
  private final Framework framework;
  private final PluginSnapshot snapshot;

  private PluginPlatform(Path bundles, Path plugins, List<Path> more) {
    try {
      framework = FelixHost.launch(storage.framework(), packages);
      StartTrace.mark("the plugin framework runs");
    } catch (RuntimeException problem) {
      storage.close();
      throw problem;
    }
    try {
      snapshot = load(bundles, plugins, more);
      StartTrace.mark("plugins are open");
    } catch (RuntimeException problem) {
      close();
      throw problem;
    }
  }

  /**
   * Installs and starts the jars of both folders, each in the order of file names. A jar that
   * cannot be used becomes a failed record and stops no other.
   *
   * @param bundles what comes with Elbow: its plugins and the bundles they run on
   * @param plugins what the user dropped in; it need not exist
   * @throws InputException PLUGIN-NO-BUNDLES if {@code bundles} is no folder
   * @throws FailureException PLUGIN-STORAGE or PLUGIN-FRAMEWORK if the framework cannot start
   */
  public static PluginPlatform start(Path bundles, Path plugins) {
    return start(bundles, plugins, List.of());
  }

  /**
   * The same with plugins of this process alone.
   *
   * @param more jars, and folders of jars, that were named beside the two folders
   * @throws InputException PLUGIN-NOT-THERE if one of them is not there, or PLUGIN-NO-BUNDLES
   * @throws FailureException PLUGIN-STORAGE or PLUGIN-FRAMEWORK if the framework cannot start
   */
  public static PluginPlatform start(Path bundles, Path plugins, List<Path> more) {
    if (!Files.isDirectory(bundles)) {
      throw new InputException(
          "PLUGIN-NO-BUNDLES",
          "Expected the folder of Elbow's own plugins, found none.",
          bundles.toString(),
          "Start Elbow from its installation, or unpack the distribution again.");
    }
    more.forEach(PluginPlatform::requireThere);
    return new PluginPlatform(bundles.toAbsolutePath(), plugins.toAbsolutePath(), more);
  }

  /** What was found at the start. */
  public PluginSnapshot snapshot() {
    return snapshot;
  }

  /** Stops the framework and removes its folder; the factories are then not to be used. */
  @Override
  public void close() {
    FelixHost.stop(framework);
    storage.close();
  }

  /** The folder that lives as long as the platform. */
  Path temporaryFolder() {
    return storage.folder();
  }

  private PluginSnapshot load(Path bundles, Path plugins, List<Path> more) {
    BundleContext context = framework.getBundleContext();
    BundleInstaller installer = new BundleInstaller(context, packages, storage.plainJars());
    jars(bundles).forEach(file -> install(file, true, installer));
    jars(plugins).forEach(file -> install(file, false, installer));
    more.stream()
        .map(Path::toAbsolutePath)
        .flatMap(path -> Files.isDirectory(path) ? jars(path).stream() : Stream.of(path))
        .forEach(file -> install(file, false, installer));
    List<Bundle> started = start(installer);
    FactoryFinder finder = new FactoryFinder(context, builder);
    for (Bundle bundle : started) {
      collect(bundle, finder);
    }
    return builder.build();
  }

  private void install(Path file, boolean bundled, BundleInstaller installer) {
    Origin origin = PluginJar.originOf(file);
    try {
      PluginJar jar = PluginJar.read(file);
      origin = jar.origin();
      installed.put(installer.install(jar, origin), new Installed(jar, origin, bundled));
    } catch (UnusableException problem) {
      builder.fail(null, origin, problem);
    }
  }

  /** Starts after everything is installed, so that no import depends on the order of names. */
  private List<Bundle> start(BundleInstaller installer) {
    Map<Bundle, Origin> origins = new LinkedHashMap<>();
    installed.forEach((bundle, about) -> origins.put(bundle, about.origin()));
    List<Bundle> started = new ArrayList<>();
    installed.forEach(
        (bundle, about) -> {
          try {
            installer.start(bundle, about.jar(), origins);
            started.add(bundle);
          } catch (UnusableException problem) {
            builder.fail(null, about.origin(), problem);
          }
        });
    return started;
  }

  private void collect(Bundle bundle, FactoryFinder finder) {
    Installed about = installed.get(bundle);
    if (about.jar().isFragment() && bundle.getState() == Bundle.INSTALLED) {
      builder.fail(null, about.origin(), NoPlugin.withoutHost(about.jar()));
      return;
    }
    if (finder.collect(bundle, about.jar().services(), about.origin())) {
      return;
    }
    if (about.bundled() || about.jar().isFragment() || isUsedByOthers(bundle)) {
      builder.library(about.origin());
    } else {
      builder.fail(null, about.origin(), NoPlugin.in(about.jar()));
    }
  }

  private static boolean isUsedByOthers(Bundle bundle) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    return wiring != null && !wiring.getProvidedWires(PackageNamespace.PACKAGE_NAMESPACE).isEmpty();
  }

  private static void requireThere(Path jar) {
    if (!Files.exists(jar)) {
      throw new InputException(
          "PLUGIN-NOT-THERE",
          "Expected a plugin's jar or a folder of them, found nothing.",
          jar.toString(),
          "Correct the path, in ELBOW_PLUGINS or in the file that names it.");
    }
  }

  private static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(PluginPlatform::isJar).sorted().toList();
    } catch (IOException problem) {
      throw new FailureException(
          "PLUGIN-FOLDER",
          "The plugin folder cannot be read: " + problem.getMessage() + ".",
          folder.toString(),
          "Make the folder readable.",
          problem);
    }
  }

  private static boolean isJar(Path file) {
    String name = file.getFileName().toString();
    return name.toLowerCase(Locale.ROOT).endsWith(".jar")
        && !name.startsWith(".")
        && !Files.isDirectory(file);
  }
}
