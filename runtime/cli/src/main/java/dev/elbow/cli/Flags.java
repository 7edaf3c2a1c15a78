package dev.elbow.cli;

import java.util.List;

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

  /** Before the first logger is made; the rest is in {@code conf/simplelogger.properties}. */
  void configureLogging() {
    if (verbose) {
      System.setProperty(LOG + "defaultLogLevel", "debug");
      System.setProperty(LOG + "log.org.nd4j", "info");
    }
  }
}
