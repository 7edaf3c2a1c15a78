package dev.elbow.cli.host;

import dev.elbow.graph.execution.Parallelism;
import dev.elbow.graph.execution.ParallelismFile;
import dev.elbow.graph.execution.ParallelismMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the steps of models share the threads of this machine, kept in the user's cache from one
 * process to the next.
 */
final class StepMemory implements ParallelismMemory {
  private final Installation installation;
  private ParallelismFile file;

  StepMemory(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Optional<Parallelism> find(String key) {
    return file().find(key);
  }

  @Override
  public void keep(String key, Parallelism parallelism) {
    file().keep(key, parallelism);
  }

  private ParallelismFile file() {
    if (file == null) {
      file = new ParallelismFile(Cache.folder().resolve("steps.properties"), machine());
    }
    return file;
  }

  /** What makes a measurement worthless when it changes. */
  private String machine() {
    return processor()
        + Runtime.getRuntime().availableProcessors()
        + System.getProperty("java.version")
        + backendJars();
  }

  private static String processor() {
    try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines.filter(line -> line.startsWith("model name")).findFirst().orElse("");
    } catch (IOException noSuchFile) {
      return System.getProperty("os.arch");
    }
  }

  private List<String> backendJars() {
    String[] jars = installation.lib().resolve("backend-cpu").toFile().list();
    return jars == null ? List.of() : Arrays.stream(jars).sorted().toList();
  }
}
