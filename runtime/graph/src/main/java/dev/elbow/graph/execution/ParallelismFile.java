package dev.elbow.graph.execution;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What was measured on this machine, in a file. A file that cannot be read or written is as good as
 * none: the measurement is then made again.
 */
public final class ParallelismFile implements ParallelismMemory {
  private final Path file;
  private final String machine;

  /**
   * @param file of properties; it need not exist
   * @param machine what measurements depend on beside the model: processor, kernels, Java
   */
  public ParallelismFile(Path file, String machine) {
    this.file = file;
    this.machine = Integer.toHexString(machine.hashCode());
  }

  @Override
  public Optional<Parallelism> find(String key) {
    String found = read().getProperty(name(key), "");
    if (!found.matches("[1-9][0-9]{0,4} [1-9][0-9]{0,4}")) {
      return Optional.empty();
    }
    String[] numbers = found.split(" ");
    int threads = Integer.parseInt(numbers[0]);
    int replicas = Integer.parseInt(numbers[1]);
    return threads > 1 && replicas > 1
        ? Optional.empty()
        : Optional.of(new Parallelism(threads, replicas));
  }

  @Override
  public void keep(String key, Parallelism parallelism) {
    Properties known = read();
    known.setProperty(name(key), parallelism.threads() + " " + parallelism.replicas());
    try {
      Files.createDirectories(file.getParent());
      Path written = Files.createTempFile(file.getParent(), "steps", ".tmp");
      try (Writer out = Files.newBufferedWriter(written)) {
        known.store(out, "threads and replicas of training steps, as measured on this machine");
      }
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      // Measured again the next time.
    }
  }

  private String name(String key) {
    return machine + "-" + key;
  }

  private Properties read() {
    Properties known = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      known.load(in);
    } catch (IOException | IllegalArgumentException unreadable) {
      return new Properties();
    }
    return known;
  }
}
