package dev.elbow.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.felix.scr.info.ScrInfo;
import org.osgi.service.component.ComponentConstants;
import org.osgi.util.promise.Promise;

/** The two plugin folders of an installation, in a temporary folder. */
record Installation(Path bundles, Path plugins) {

  static Installation in(Path root) {
    try {
      return new Installation(
          Files.createDirectories(root.resolve("bundles")),
          Files.createDirectories(root.resolve("plugins")));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Adds Felix SCR and the bundles it needs. */
  Installation withComponents() {
    copyJarOf(ScrInfo.class);
    copyJarOf(ComponentConstants.class);
    copyJarOf(Promise.class);
    copyJarOf(org.osgi.util.function.Function.class);
    return this;
  }

  private void copyJarOf(Class<?> type) {
    Path jar = locationOf(type);
    try {
      Files.copy(jar, bundles.resolve(jar.getFileName()));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** Starts the platform, hands over the snapshot, closes the platform. */
  void whileRunning(Consumer<PluginSnapshot> check) {
    try (PluginPlatform platform = PluginPlatform.start(bundles, plugins)) {
      check.accept(platform.snapshot());
    }
  }

  /**
   * The snapshot of a platform that has been closed again; for what is said, not for what works.
   */
  PluginSnapshot snapshot() {
    try (PluginPlatform platform = PluginPlatform.start(bundles, plugins)) {
      return platform.snapshot();
    }
  }
}
