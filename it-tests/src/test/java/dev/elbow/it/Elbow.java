package dev.elbow.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Starts {@code bin/elbow} in a working folder, with no dataset but the embedded one in reach.
 *
 * @param distribution whose script is started
 * @param folder the working folder
 * @param environment added to this process's
 */
record Elbow(Distribution distribution, Path folder, Map<String, String> environment) {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** A JVM that lives for seconds spends half its time in the optimising compiler. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  static Elbow in(Path folder) {
    return in(folder, Distribution.shipped());
  }

  static Elbow in(Path folder, Distribution distribution) {
    return asShipped(folder, distribution).with("ELBOW_JAVA_OPTS", SHORT_LIVED);
  }

  /** With no Java options but the start script's own. */
  static Elbow asShipped(Path folder) {
    return asShipped(folder, Distribution.shipped()).with("ELBOW_JAVA_OPTS", "");
  }

  private static Elbow asShipped(Path folder, Distribution distribution) {
    return new Elbow(
        distribution,
        folder,
        Map.of("ELBOW_DATA", folder.resolve("data").toString(), "ELBOW_START_CACHE", "off"));
  }

  /** The same with one more variable. */
  Elbow with(String variable, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(variable, value);
    return new Elbow(distribution, folder, more);
  }

  /** Runs a command to its end. */
  Result run(String... arguments) throws IOException {
    return start(arguments).await(PATIENCE);
  }

  /** Starts a command. */
  Running start(String... arguments) throws IOException {
    return startBehind(List.of(), arguments);
  }

  /** Starts a command by way of a shell that first does something, such as set a limit. */
  Running startAfter(String shellCommand, String... arguments) throws IOException {
    return startBehind(List.of("sh", "-c", shellCommand + "; exec \"$@\"", "sh"), arguments);
  }

  private Running startBehind(List<String> prefix, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(distribution.script().toString());
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("elbow-", ".out");
    Path err = Files.createTempFile("elbow-", ".err");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return new Running(builder.start(), out, err);
  }
}
