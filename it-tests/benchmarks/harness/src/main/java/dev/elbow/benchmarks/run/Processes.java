package dev.elbow.benchmarks.run;

import dev.elbow.benchmarks.report.Peer;
import dev.elbow.benchmarks.worker.Job;
import dev.elbow.benchmarks.worker.Reply;
import dev.elbow.benchmarks.worker.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs one job in a fresh process. */
final class Processes {
  /** Those of bin/elbow that matter for time and memory. */
  static final List<String> JAVA_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:MaxRAMPercentage=25",
          "-Xmn32m",
          "-Xshare:auto",
          "-Dorg.bytedeco.javacpp.maxbytes=200%",
          "-Dorg.bytedeco.javacpp.maxphysicalbytes=340%");

  private static final int MOST_MINUTES = 20;
  private static final int LINES_OF_AN_ERROR = 5;

  private final ClassPaths classPaths;
  private final Path log;

  /**
   * @param log a file for what processes print
   */
  Processes(ClassPaths classPaths, Path log) {
    this.classPaths = classPaths;
    this.log = log;
  }

  /** A process that did not answer. */
  static final class FailedException extends Exception {
    private static final long serialVersionUID = 1;

    FailedException(String message) {
      super(message);
    }
  }

  Reply run(Peer peer, Job job) throws FailedException {
    ProcessBuilder builder = new ProcessBuilder(command(peer, job));
    Map<String, String> environment = builder.environment();
    environment.put("OMP_NUM_THREADS", Integer.toString(job.threads()));
    environment.put("OMP_WAIT_POLICY", "PASSIVE");
    environment.putAll(peer.environment());
    builder.directory(log.getParent().toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      Process process = builder.start();
      if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
        throw new FailedException("no answer within " + MOST_MINUTES + " minutes");
      }
      return reply(process.exitValue());
    } catch (IOException e) {
      throw new FailedException(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedException("interrupted");
    }
  }

  private List<String> command(Peer peer, Job job) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA_OPTIONS);
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", classPaths.of(peer), peer.mainClass(), Wire.write(job)));
    return command;
  }

  private Reply reply(int status) throws IOException, FailedException {
    try (Stream<String> lines = Files.lines(log)) {
      var found = lines.flatMap(line -> Wire.reply(line).stream()).reduce((a, b) -> b);
      if (status == 0 && found.isPresent()) {
        return found.get();
      }
    }
    throw new FailedException("exit " + status + ": " + cause());
  }

  /** The lines that say what happened, or the last ones. */
  private String cause() throws IOException {
    List<String> all = Files.readAllLines(log);
    List<String> telling =
        all.stream()
            .filter(line -> line.matches("(?s)^(Exception|Caused by|Error|# +SIG|# C ).*"))
            .toList();
    List<String> shown = telling.isEmpty() ? all : telling;
    int from = Math.max(0, shown.size() - LINES_OF_AN_ERROR);
    return String.join("; ", shown.subList(from, shown.size()));
  }
}
