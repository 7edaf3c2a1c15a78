package dev.elbow.cli.host;

import dev.elbow.spi.InputException;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The folder of an unpacked distribution.
 *
 * @param more plugin jars, and folders of them, of this process alone
 */
public record Installation(Path home, List<Path> more) {
  /** The system property that the start script sets. */
  public static final String PROPERTY = "elbow.home";

  /** The environment variable with plugins beside those of {@code plugins/}. */
  public static final String PLUGINS = "ELBOW_PLUGINS";

  public Installation {
    more = List.copyOf(more);
  }

  public Installation(Path home) {
    this(home, List.of());
  }

  /** The same with more plugins. */
  public Installation with(List<Path> plugins) {
    return new Installation(
        home, Stream.concat(more.stream(), plugins.stream()).distinct().toList());
  }

  /**
   * The installation that this process was started from.
   *
   * @throws InputException if the start script was bypassed
   */
  public static Installation locate(Properties properties) {
    return locate(properties, System.getenv());
  }

  static Installation locate(Properties properties, Map<String, String> environment) {
    String home = properties.getProperty(PROPERTY, "");
    if (home.isEmpty()) {
      throw new InputException(
          "CLI-NO-HOME",
          "expected the system property " + PROPERTY + ", found none",
          "",
          "Start Elbow with bin/elbow of the distribution.");
    }
    String named = environment.getOrDefault(PLUGINS, "");
    List<Path> more =
        Arrays.stream(named.split(File.pathSeparator))
            .filter(path -> !path.isBlank())
            .map(Path::of)
            .toList();
    return new Installation(Path.of(home), more);
  }

  public Path lib() {
    return home.resolve("lib");
  }

  public Path bundles() {
    return home.resolve("bundles");
  }

  public Path plugins() {
    return home.resolve("plugins");
  }

  /** The experiment files of papers. */
  public Path reproduction() {
    return home.resolve("reproduction");
  }

  public Path examples() {
    return home.resolve("examples");
  }
}
