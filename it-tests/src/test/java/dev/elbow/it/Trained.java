package dev.elbow.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A run's folder, read without Elbow. */
record Trained(Path folder) {

  /** The finished checkpoints, oldest first. */
  List<Path> checkpoints() throws IOException {
    Path all = folder.resolve("checkpoints");
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(all)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("step-"))
          .sorted()
          .toList();
    }
  }

  /** The newest checkpoint's tensors as they lie on disk. */
  Path model() throws IOException {
    List<Path> all = checkpoints();
    return all.get(all.size() - 1).resolve("model.safetensors");
  }

  byte[] modelBytes() throws IOException {
    return Files.readAllBytes(model());
  }

  /** Every file with its content, to see that nothing changed. */
  static Map<String, Integer> contents(Path folder) throws IOException {
    Map<String, Integer> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(file -> contents.put(folder.relativize(file).toString(), digest(file)));
    }
    return contents;
  }

  private static int digest(Path file) {
    try {
      return Files.isDirectory(file) ? 0 : Arrays.hashCode(Files.readAllBytes(file));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
