package dev.elbow.cli.host;

import java.nio.file.Path;

/** The user's folder for what can be made again. */
final class Cache {
  private Cache() {}

  /** {@code $XDG_CACHE_HOME/elbow}, or {@code ~/.cache/elbow}. */
  static Path folder() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path root =
        cache == null || cache.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return root.resolve("elbow");
  }
}
