package dev.elbow.cli.host;

import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.Properties;

/** The folder of an unpacked distribution. */
public record Installation(Path home) {
  /** The system property that the start script sets. */
  public static final String PROPERTY = "elbow.home";

  /**
   * The installation that this process was started from.
   *
   * @throws InputException if the start script was bypassed
   */
  public static Installation locate(Properties properties) {
    String home = properties.getProperty(PROPERTY, "");
    if (home.isEmpty()) {
      throw new InputException(
          "CLI-NO-HOME",
          "expected the system property " + PROPERTY + ", found none",
          "",
          "Start Elbow with bin/elbow of the distribution.");
    }
    return new Installation(Path.of(home));
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

  public Path examples() {
    return home.resolve("examples");
  }
}
