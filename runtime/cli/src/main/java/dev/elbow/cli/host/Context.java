package dev.elbow.cli.host;

import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.ShellWords;
import java.util.Properties;

/**
 * What every command is given.
 *
 * @param console where its output goes
 * @param properties the JVM's
 * @param interruption for those that can be stopped
 */
public record Context(Console console, Properties properties, Interruption interruption) {

  /** The installation this process runs from. */
  public Installation installation() {
    return Installation.locate(properties);
  }

  /** Opens the plugins. */
  public Workbench workbench() {
    return Workbench.open(installation(), console);
  }

  /** How the user starts Elbow, for a shell: {@code elbow}, {@code ./elbow}. */
  public String command() {
    return ShellWords.quote(properties.getProperty("elbow.command", "elbow"));
  }
}
