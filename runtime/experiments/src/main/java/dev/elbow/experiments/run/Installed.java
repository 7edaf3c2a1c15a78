package dev.elbow.experiments.run;

import dev.elbow.spi.FailureException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Starts commands with the start script of an installation, which does for them what it does for
 * every command.
 */
public final class Installed implements Launcher {
  private final Path home;
  private final int threads;
  private final List<Path> plugins;

  /**
   * @param home of the installation
   * @param threads of each process
   * @param plugins jars beside the installed ones
   */
  public Installed(Path home, int threads, List<Path> plugins) {
    this.home = home;
    this.threads = threads;
    this.plugins = List.copyOf(plugins);
  }

  @Override
  public Running start(List<String> arguments, Path output, Path log) {
    try {
      Files.createDirectories(log.getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command(arguments))
              .redirectInput(ProcessBuilder.Redirect.from(nothing()))
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      setUp(builder.environment());
      return new Child(builder.start());
    } catch (IOException e) {
      throw new FailureException(
          "EXPERIMENT-PROCESS",
          "a process does not start: " + e.getMessage(),
          home.toString(),
          "See that bin/elbow may be executed, that the disk has room, and that memory is left.",
          e);
    }
  }

  private List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (isWindows()) {
      command.addAll(List.of("cmd", "/c", home.resolve("bin").resolve("elbow.bat").toString()));
    } else {
      command.add(home.resolve("bin").resolve("elbow").toString());
    }
    command.addAll(arguments);
    return command;
  }

  /** Processes that share a machine wait asleep, and have their share of the cores. */
  private void setUp(Map<String, String> environment) {
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("OMP_NUM_THREADS", Integer.toString(threads));
    environment.put("OMP_WAIT_POLICY", "PASSIVE");
    if (!plugins.isEmpty()) {
      String jars =
          plugins.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
      environment.merge("ELBOW_PLUGINS", jars, (given, more) -> given + File.pathSeparator + more);
    }
  }

  private static File nothing() {
    return new File(isWindows() ? "NUL" : "/dev/null");
  }

  private static boolean isWindows() {
    return File.separatorChar == '\\';
  }

  private record Child(Process process) implements Running {
    @Override
    public boolean isAlive() {
      return process.isAlive();
    }

    @Override
    public int exitCode() {
      return process.exitValue();
    }

    @Override
    public void stop() {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }

    @Override
    public void kill() {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
