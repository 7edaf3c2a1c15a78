package dev.elbow.cli.output;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/**
 * What the two output streams are connected to.
 *
 * @param outLive whether standard output is a terminal
 * @param errLive whether standard error is a terminal
 * @param color whether a terminal may get colours
 * @param unicode whether the charset has more than ASCII
 * @param columns the width of a line
 */
public record Terminal(
    boolean outLive, boolean errLive, boolean color, boolean unicode, int columns) {
  private static final int DEFAULT_COLUMNS = 100;
  private static final int FEWEST_COLUMNS = 40;

  /** No terminal: plain ASCII lines of the default width. */
  public static Terminal none() {
    return new Terminal(false, false, false, false, DEFAULT_COLUMNS);
  }

  /** What the start script found out, or else the JVM. */
  public static Terminal detect(Properties properties, Map<String, String> environment) {
    boolean out = flag(properties, "elbow.terminal");
    boolean err = flag(properties, "elbow.terminal.err");
    boolean color =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    boolean unicode = charset(properties).equals(StandardCharsets.UTF_8);
    return new Terminal(out, err, color, unicode, columns(properties));
  }

  /** The charset of the terminal or pipe. */
  public static Charset charset(Properties properties) {
    String name =
        properties.getProperty("stdout.encoding", properties.getProperty("native.encoding"));
    return name != null && Charset.isSupported(name)
        ? Charset.forName(name)
        : StandardCharsets.UTF_8;
  }

  private static boolean flag(Properties properties, String name) {
    return Boolean.parseBoolean(properties.getProperty(name, "false"));
  }

  private static int columns(Properties properties) {
    try {
      int columns = Integer.parseInt(properties.getProperty("elbow.columns", ""));
      return columns < FEWEST_COLUMNS ? DEFAULT_COLUMNS : columns;
    } catch (NumberFormatException unknown) {
      return DEFAULT_COLUMNS;
    }
  }
}
