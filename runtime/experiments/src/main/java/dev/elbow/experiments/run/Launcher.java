package dev.elbow.experiments.run;

import java.nio.file.Path;
import java.util.List;

/** Starts commands of Elbow as processes. */
public interface Launcher {

  /**
   * Starts a command.
   *
   * @param arguments of {@code elbow}
   * @param output where its standard output goes, replaced
   * @param log where its standard error goes, appended
   */
  Running start(List<String> arguments, Path output, Path log);

  /** A command that was started. */
  interface Running {
    boolean isAlive();

    /** Of a command that is over. */
    int exitCode();

    /** Asks it to save and end. */
    void stop();

    /** Ends it. */
    void kill();
  }
}
