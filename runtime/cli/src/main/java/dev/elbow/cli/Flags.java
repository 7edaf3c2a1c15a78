package dev.elbow.cli;

import dev.elbow.cli.host.Installation;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * What has to be known before the arguments are understood, because errors in them are reported in
 * the same way.
 */
record Flags(boolean json, boolean verbose) {
  private static final String LOG = "org.slf4j.simpleLogger.";

  static Flags of(List<String> args) {
    int end = args.contains("--") ? args.indexOf("--") : args.size();
    List<String> options = args.subList(0, end);
    return new Flags(options.contains("--json"), options.contains("--verbose"));
  }

  /**
   * Before the first logger is made: {@code conf/simplelogger.properties} of the installation,
   * below what is set already. The folder is not on the class path, because a class path with a
   * folder cannot have an archive of its classes.
   */
  void configureLogging(Properties properties) {
    file(properties).forEach(properties::putIfAbsent);
    if (verbose) {
      properties.setProperty(LOG + "defaultLogLevel", "debug");
      properties.setProperty(LOG + "log.org.nd4j", "info");
    }
  }

  private static Properties file(Properties properties) {
    Properties logging = new Properties();
    String home = properties.getProperty(Installation.PROPERTY, "");
    Path file = Path.of(home, "conf", "simplelogger.properties");
    if (!home.isEmpty() && Files.isReadable(file)) {
      try (Reader text = Files.newBufferedReader(file)) {
        logging.load(text);
      } catch (IOException | IllegalArgumentException unreadable) {
        // a start without this file logs as if it were empty
      }
    }
    return logging;
  }
}
