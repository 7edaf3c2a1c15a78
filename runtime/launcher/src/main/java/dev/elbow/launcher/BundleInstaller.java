package dev.elbow.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Brings jars into the framework. */
final class BundleInstaller {
  private final BundleContext context;
  private final SystemPackages packages;
  private final Path plainJars;
  private final Map<String, Origin> installed = new HashMap<>();

  BundleInstaller(BundleContext context, SystemPackages packages, Path plainJars) {
    this.context = context;
    this.packages = packages;
    this.plainJars = plainJars;
  }

  /** Installs the jar where it lies; a plain jar as the bundle made of it. */
  Bundle install(PluginJar jar, Origin origin) throws UnusableException {
    Path file = jar.isBundle() ? jar.file() : new PlainJar(packages).wrap(jar, plainJars);
    claim(origin);
    try {
      return context.installBundle("reference:" + file.toUri());
    } catch (BundleException problem) {
      throw new UnusableException(
          "its manifest is not valid: " + problem.getMessage(),
          "Correct the OSGi headers, or remove Bundle-SymbolicName to have it used as a plain jar.",
          problem);
    }
  }

  private void claim(Origin origin) throws UnusableException {
    Origin first = installed.putIfAbsent(origin.bundle() + " " + origin.version(), origin);
    if (first != null) {
      throw new UnusableException(
          "%s is bundle %s %s, as is %s already"
              .formatted(origin.place(), origin.bundle(), origin.version(), first.place()),
          "Remove one of the two jars.");
    }
  }

  /** Resolves and starts a bundle; a fragment has no life of its own. */
  void start(Bundle bundle, PluginJar jar, Map<Bundle, Origin> origins) throws UnusableException {
    if (jar.isFragment()) {
      return;
    }
    try {
      bundle.start();
    } catch (BundleException problem) {
      if (bundle.getState() == Bundle.INSTALLED) {
        throw new Unresolved(context, packages, origins).explain(bundle, problem);
      }
      Throwable cause = problem.getCause() == null ? problem : problem.getCause();
      throw PluginDefect.explain("the bundle's activator", cause);
    }
  }
}
